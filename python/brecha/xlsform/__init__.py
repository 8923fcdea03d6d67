"""XLSForms for KoBoToolbox and ODK, and their exports back."""
