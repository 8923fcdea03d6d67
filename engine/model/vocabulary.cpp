#include "model/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace brecha::model {

std::string_view in_language(const Texts& texts, std::string_view language) {
    for (const Text& text : texts)
        if (text.language == language) return text.text;
    return texts.empty() ? std::string_view() : std::string_view(texts.front().text);
}

std::string called(const Texts& labels, std::string_view name, std::string_view language) {
    std::string text(labels.empty() ? name : in_language(labels, language));
    if (labels.empty()) std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

int EnumerationValues::index_of(std::string_view word) const {
    const auto found = list_->indexes.find(word);
    return found == list_->indexes.end() ? -1 : found->second;
}

void EnumerationValues::push_back(EnumerationValue value) {
    if (list_.use_count() > 1) list_ = std::make_shared<List>(*list_);
    list_->indexes.emplace(value.word, static_cast<int>(list_->values.size()));
    list_->values.push_back(std::move(value));
}

void Entity::add_field(Field field) {
    index.emplace(field.name, static_cast<std::uint32_t>(fields.size()));
    fields.push_back(std::move(field));
}

int Entity::field_of(std::string_view wanted) const {
    if (index.size() == fields.size()) {
        const auto found = index.find(std::string(wanted));
        return found == index.end() ? -1 : static_cast<int>(found->second);
    }
    for (std::size_t at = 0; at < fields.size(); ++at)
        if (fields[at].name == wanted) return static_cast<int>(at);
    return -1;
}

int Vocabulary::entity_of(std::string_view wanted) const {
    for (std::size_t index = 0; index < entities.size(); ++index)
        if (entities[index].name == wanted) return static_cast<int>(index);
    return -1;
}

namespace {

struct Country {
    std::string_view code, alpha3, en, es, pt, fr;
};

// ISO 3166-1, in order of the two-letter code; names as in the Unicode CLDR.
constexpr std::array<Country, 249> all_countries = {{
    {"AD", "AND", "Andorra", "Andorra", "Andorra", "Andorre"},
    {"AE", "ARE", "United Arab Emirates", "Emiratos Árabes Unidos", "Emirados Árabes Unidos", "Émirats arabes unis"},
    {"AF", "AFG", "Afghanistan", "Afganistán", "Afeganistão", "Afghanistan"},
    {"AG", "ATG", "Antigua & Barbuda", "Antigua y Barbuda", "Antígua e Barbuda", "Antigua-et-Barbuda"},
    {"AI", "AIA", "Anguilla", "Anguila", "Anguila", "Anguilla"},
    {"AL", "ALB", "Albania", "Albania", "Albânia", "Albanie"},
    {"AM", "ARM", "Armenia", "Armenia", "Armênia", "Arménie"},
    {"AO", "AGO", "Angola", "Angola", "Angola", "Angola"},
    {"AQ", "ATA", "Antarctica", "Antártida", "Antártida", "Antarctique"},
    {"AR", "ARG", "Argentina", "Argentina", "Argentina", "Argentine"},
    {"AS", "ASM", "American Samoa", "Samoa Americana", "Samoa Americana", "Samoa américaines"},
    {"AT", "AUT", "Austria", "Austria", "Áustria", "Autriche"},
    {"AU", "AUS", "Australia", "Australia", "Austrália", "Australie"},
    {"AW", "ABW", "Aruba", "Aruba", "Aruba", "Aruba"},
    {"AX", "ALA", "Åland Islands", "Islas Aland", "Ilhas Aland", "Îles Åland"},
    {"AZ", "AZE", "Azerbaijan", "Azerbaiyán", "Azerbaijão", "Azerbaïdjan"},
    {"BA", "BIH", "Bosnia & Herzegovina", "Bosnia y Herzegovina", "Bósnia e Herzegovina", "Bosnie-Herzégovine"},
    {"BB", "BRB", "Barbados", "Barbados", "Barbados", "Barbade"},
    {"BD", "BGD", "Bangladesh", "Bangladés", "Bangladesh", "Bangladesh"},
    {"BE", "BEL", "Belgium", "Bélgica", "Bélgica", "Belgique"},
    {"BF", "BFA", "Burkina Faso", "Burkina Faso", "Burquina Faso", "Burkina Faso"},
    {"BG", "BGR", "Bulgaria", "Bulgaria", "Bulgária", "Bulgarie"},
    {"BH", "BHR", "Bahrain", "Baréin", "Barein", "Bahreïn"},
    {"BI", "BDI", "Burundi", "Burundi", "Burundi", "Burundi"},
    {"BJ", "BEN", "Benin", "Benín", "Benin", "Bénin"},
    {"BL", "BLM", "St. Barthélemy", "San Bartolomé", "São Bartolomeu", "Saint-Barthélemy"},
    {"BM", "BMU", "Bermuda", "Bermudas", "Bermudas", "Bermudes"},
    {"BN", "BRN", "Brunei", "Brunéi", "Brunei", "Brunei"},
    {"BO", "BOL", "Bolivia", "Bolivia", "Bolívia", "Bolivie"},
    {"BQ", "BES", "Caribbean Netherlands", "Caribe neerlandés", "Países Baixos Caribenhos", "Pays-Bas caribéens"},
    {"BR", "BRA", "Brazil", "Brasil", "Brasil", "Brésil"},
    {"BS", "BHS", "Bahamas", "Bahamas", "Bahamas", "Bahamas"},
    {"BT", "BTN", "Bhutan", "Bután", "Butão", "Bhoutan"},
    {"BV", "BVT", "Bouvet Island", "Isla Bouvet", "Ilha Bouvet", "Île Bouvet"},
    {"BW", "BWA", "Botswana", "Botsuana", "Botsuana", "Botswana"},
    {"BY", "BLR", "Belarus", "Bielorrusia", "Bielorrússia", "Biélorussie"},
    {"BZ", "BLZ", "Belize", "Belice", "Belize", "Belize"},
    {"CA", "CAN", "Canada", "Canadá", "Canadá", "Canada"},
    {"CC", "CCK", "Cocos (Keeling) Islands", "Islas Cocos", "Ilhas Cocos (Keeling)", "Îles Cocos"},
    {"CD", "COD", "Congo - Kinshasa", "República Democrática del Congo", "Congo - Kinshasa", "Congo-Kinshasa"},
    {"CF", "CAF", "Central African Republic", "República Centroafricana", "República Centro-Africana",
     "République centrafricaine"},
    {"CG", "COG", "Congo - Brazzaville", "Congo", "República do Congo", "Congo-Brazzaville"},
    {"CH", "CHE", "Switzerland", "Suiza", "Suíça", "Suisse"},
    {"CI", "CIV", "Côte d'Ivoire", "Côte d'Ivoire", "Costa do Marfim", "Côte d'Ivoire"},
    {"CK", "COK", "Cook Islands", "Islas Cook", "Ilhas Cook", "Îles Cook"},
    {"CL", "CHL", "Chile", "Chile", "Chile", "Chili"},
    {"CM", "CMR", "Cameroon", "Camerún", "Camarões", "Cameroun"},
    {"CN", "CHN", "China", "China", "China", "Chine"},
    {"CO", "COL", "Colombia", "Colombia", "Colômbia", "Colombie"},
    {"CR", "CRI", "Costa Rica", "Costa Rica", "Costa Rica", "Costa Rica"},
    {"CU", "CUB", "Cuba", "Cuba", "Cuba", "Cuba"},
    {"CV", "CPV", "Cape Verde", "Cabo Verde", "Cabo Verde", "Cap-Vert"},
    {"CW", "CUW", "Curaçao", "Curazao", "Curaçao", "Curaçao"},
    {"CX", "CXR", "Christmas Island", "Isla de Navidad", "Ilha Christmas", "Île Christmas"},
    {"CY", "CYP", "Cyprus", "Chipre", "Chipre", "Chypre"},
    {"CZ", "CZE", "Czechia", "Chequia", "Tchéquia", "Tchéquie"},
    {"DE", "DEU", "Germany", "Alemania", "Alemanha", "Allemagne"},
    {"DJ", "DJI", "Djibouti", "Yibuti", "Djibuti", "Djibouti"},
    {"DK", "DNK", "Denmark", "Dinamarca", "Dinamarca", "Danemark"},
    {"DM", "DMA", "Dominica", "Dominica", "Dominica", "Dominique"},
    {"DO", "DOM", "Dominican Republic", "República Dominicana", "República Dominicana", "République dominicaine"},
    {"DZ", "DZA", "Algeria", "Argelia", "Argélia", "Algérie"},
    {"EC", "ECU", "Ecuador", "Ecuador", "Equador", "Équateur"},
    {"EE", "EST", "Estonia", "Estonia", "Estônia", "Estonie"},
    {"EG", "EGY", "Egypt", "Egipto", "Egito", "Égypte"},
    {"EH", "ESH", "Western Sahara", "Sáhara Occidental", "Saara Ocidental", "Sahara occidental"},
    {"ER", "ERI", "Eritrea", "Eritrea", "Eritreia", "Érythrée"},
    {"ES", "ESP", "Spain", "España", "Espanha", "Espagne"},
    {"ET", "ETH", "Ethiopia", "Etiopía", "Etiópia", "Éthiopie"},
    {"FI", "FIN", "Finland", "Finlandia", "Finlândia", "Finlande"},
    {"FJ", "FJI", "Fiji", "Fiyi", "Fiji", "Fidji"},
    {"FK", "FLK", "Falkland Islands", "Islas Malvinas", "Ilhas Malvinas", "Îles Malouines"},
    {"FM", "FSM", "Micronesia", "Micronesia", "Micronésia", "Micronésie"},
    {"FO", "FRO", "Faroe Islands", "Islas Feroe", "Ilhas Faroé", "Îles Féroé"},
    {"FR", "FRA", "France", "Francia", "França", "France"},
    {"GA", "GAB", "Gabon", "Gabón", "Gabão", "Gabon"},
    {"GB", "GBR", "United Kingdom", "Reino Unido", "Reino Unido", "Royaume-Uni"},
    {"GD", "GRD", "Grenada", "Granada", "Granada", "Grenade"},
    {"GE", "GEO", "Georgia", "Georgia", "Geórgia", "Géorgie"},
    {"GF", "GUF", "French Guiana", "Guayana Francesa", "Guiana Francesa", "Guyane française"},
    {"GG", "GGY", "Guernsey", "Guernesey", "Guernsey", "Guernesey"},
    {"GH", "GHA", "Ghana", "Ghana", "Gana", "Ghana"},
    {"GI", "GIB", "Gibraltar", "Gibraltar", "Gibraltar", "Gibraltar"},
    {"GL", "GRL", "Greenland", "Groenlandia", "Groenlândia", "Groenland"},
    {"GM", "GMB", "Gambia", "Gambia", "Gâmbia", "Gambie"},
    {"GN", "GIN", "Guinea", "Guinea", "Guiné", "Guinée"},
    {"GP", "GLP", "Guadeloupe", "Guadalupe", "Guadalupe", "Guadeloupe"},
    {"GQ", "GNQ", "Equatorial Guinea", "Guinea Ecuatorial", "Guiné Equatorial", "Guinée équatoriale"},
    {"GR", "GRC", "Greece", "Grecia", "Grécia", "Grèce"},
    {"GS", "SGS", "South Georgia & South Sandwich Islands", "Islas Georgia del Sur y Sandwich del Sur",
     "Ilhas Geórgia do Sul e Sandwich do Sul", "Géorgie du Sud-et-les Îles Sandwich du Sud"},
    {"GT", "GTM", "Guatemala", "Guatemala", "Guatemala", "Guatemala"},
    {"GU", "GUM", "Guam", "Guam", "Guam", "Guam"},
    {"GW", "GNB", "Guinea-Bissau", "Guinea-Bisáu", "Guiné-Bissau", "Guinée-Bissau"},
    {"GY", "GUY", "Guyana", "Guyana", "Guiana", "Guyana"},
    {"HK", "HKG", "Hong Kong SAR China", "RAE de Hong Kong (China)", "Hong Kong, RAE da China",
     "R.A.S. chinoise de Hong Kong"},
    {"HM", "HMD", "Heard & McDonald Islands", "Islas Heard y McDonald", "Ilhas Heard e McDonald",
     "Îles Heard-et-MacDonald"},
    {"HN", "HND", "Honduras", "Honduras", "Honduras", "Honduras"},
    {"HR", "HRV", "Croatia", "Croacia", "Croácia", "Croatie"},
    {"HT", "HTI", "Haiti", "Haití", "Haiti", "Haïti"},
    {"HU", "HUN", "Hungary", "Hungría", "Hungria", "Hongrie"},
    {"ID", "IDN", "Indonesia", "Indonesia", "Indonésia", "Indonésie"},
    {"IE", "IRL", "Ireland", "Irlanda", "Irlanda", "Irlande"},
    {"IL", "ISR", "Israel", "Israel", "Israel", "Israël"},
    {"IM", "IMN", "Isle of Man", "Isla de Man", "Ilha de Man", "Île de Man"},
    {"IN", "IND", "India", "India", "Índia", "Inde"},
    {"IO", "IOT", "British Indian Ocean Territory", "Territorio Británico del Océano Índico",
     "Território Britânico do Oceano Índico", "Territoire britannique de l'océan Indien"},
    {"IQ", "IRQ", "Iraq", "Irak", "Iraque", "Irak"},
    {"IR", "IRN", "Iran", "Irán", "Irã", "Iran"},
    {"IS", "ISL", "Iceland", "Islandia", "Islândia", "Islande"},
    {"IT", "ITA", "Italy", "Italia", "Itália", "Italie"},
    {"JE", "JEY", "Jersey", "Jersey", "Jersey", "Jersey"},
    {"JM", "JAM", "Jamaica", "Jamaica", "Jamaica", "Jamaïque"},
    {"JO", "JOR", "Jordan", "Jordania", "Jordânia", "Jordanie"},
    {"JP", "JPN", "Japan", "Japón", "Japão", "Japon"},
    {"KE", "KEN", "Kenya", "Kenia", "Quênia", "Kenya"},
    {"KG", "KGZ", "Kyrgyzstan", "Kirguistán", "Quirguistão", "Kirghizstan"},
    {"KH", "KHM", "Cambodia", "Camboya", "Camboja", "Cambodge"},
    {"KI", "KIR", "Kiribati", "Kiribati", "Quiribati", "Kiribati"},
    {"KM", "COM", "Comoros", "Comoras", "Comores", "Comores"},
    {"KN", "KNA", "St. Kitts & Nevis", "San Cristóbal y Nieves", "São Cristóvão e Névis", "Saint-Christophe-et-Niévès"},
    {"KP", "PRK", "North Korea", "Corea del Norte", "Coreia do Norte", "Corée du Nord"},
    {"KR", "KOR", "South Korea", "Corea del Sur", "Coreia do Sul", "Corée du Sud"},
    {"KW", "KWT", "Kuwait", "Kuwait", "Kuwait", "Koweït"},
    {"KY", "CYM", "Cayman Islands", "Islas Caimán", "Ilhas Cayman", "Îles Caïmans"},
    {"KZ", "KAZ", "Kazakhstan", "Kazajistán", "Cazaquistão", "Kazakhstan"},
    {"LA", "LAO", "Laos", "Laos", "Laos", "Laos"},
    {"LB", "LBN", "Lebanon", "Líbano", "Líbano", "Liban"},
    {"LC", "LCA", "St. Lucia", "Santa Lucía", "Santa Lúcia", "Sainte-Lucie"},
    {"LI", "LIE", "Liechtenstein", "Liechtenstein", "Liechtenstein", "Liechtenstein"},
    {"LK", "LKA", "Sri Lanka", "Sri Lanka", "Sri Lanka", "Sri Lanka"},
    {"LR", "LBR", "Liberia", "Liberia", "Libéria", "Liberia"},
    {"LS", "LSO", "Lesotho", "Lesoto", "Lesoto", "Lesotho"},
    {"LT", "LTU", "Lithuania", "Lituania", "Lituânia", "Lituanie"},
    {"LU", "LUX", "Luxembourg", "Luxemburgo", "Luxemburgo", "Luxembourg"},
    {"LV", "LVA", "Latvia", "Letonia", "Letônia", "Lettonie"},
    {"LY", "LBY", "Libya", "Libia", "Líbia", "Libye"},
    {"MA", "MAR", "Morocco", "Marruecos", "Marrocos", "Maroc"},
    {"MC", "MCO", "Monaco", "Mónaco", "Mônaco", "Monaco"},
    {"MD", "MDA", "Moldova", "Moldavia", "Moldávia", "Moldavie"},
    {"ME", "MNE", "Montenegro", "Montenegro", "Montenegro", "Monténégro"},
    {"MF", "MAF", "St. Martin", "San Martín", "São Martinho", "Saint-Martin"},
    {"MG", "MDG", "Madagascar", "Madagascar", "Madagascar", "Madagascar"},
    {"MH", "MHL", "Marshall Islands", "Islas Marshall", "Ilhas Marshall", "Îles Marshall"},
    {"MK", "MKD", "North Macedonia", "Macedonia del Norte", "Macedônia do Norte", "Macédoine du Nord"},
    {"ML", "MLI", "Mali", "Mali", "Mali", "Mali"},
    {"MM", "MMR", "Myanmar (Burma)", "Myanmar (Birmania)", "Mianmar (Birmânia)", "Myanmar (Birmanie)"},
    {"MN", "MNG", "Mongolia", "Mongolia", "Mongólia", "Mongolie"},
    {"MO", "MAC", "Macao SAR China", "RAE de Macao (China)", "Macau, RAE da China", "R.A.S. chinoise de Macao"},
    {"MP", "MNP", "Northern Mariana Islands", "Islas Marianas del Norte", "Ilhas Marianas do Norte",
     "Îles Mariannes du Nord"},
    {"MQ", "MTQ", "Martinique", "Martinica", "Martinica", "Martinique"},
    {"MR", "MRT", "Mauritania", "Mauritania", "Mauritânia", "Mauritanie"},
    {"MS", "MSR", "Montserrat", "Montserrat", "Montserrat", "Montserrat"},
    {"MT", "MLT", "Malta", "Malta", "Malta", "Malte"},
    {"MU", "MUS", "Mauritius", "Mauricio", "Maurício", "Maurice"},
    {"MV", "MDV", "Maldives", "Maldivas", "Maldivas", "Maldives"},
    {"MW", "MWI", "Malawi", "Malaui", "Malaui", "Malawi"},
    {"MX", "MEX", "Mexico", "México", "México", "Mexique"},
    {"MY", "MYS", "Malaysia", "Malasia", "Malásia", "Malaisie"},
    {"MZ", "MOZ", "Mozambique", "Mozambique", "Moçambique", "Mozambique"},
    {"NA", "NAM", "Namibia", "Namibia", "Namíbia", "Namibie"},
    {"NC", "NCL", "New Caledonia", "Nueva Caledonia", "Nova Caledônia", "Nouvelle-Calédonie"},
    {"NE", "NER", "Niger", "Níger", "Níger", "Niger"},
    {"NF", "NFK", "Norfolk Island", "Isla Norfolk", "Ilha Norfolk", "Île Norfolk"},
    {"NG", "NGA", "Nigeria", "Nigeria", "Nigéria", "Nigeria"},
    {"NI", "NIC", "Nicaragua", "Nicaragua", "Nicarágua", "Nicaragua"},
    {"NL", "NLD", "Netherlands", "Países Bajos", "Países Baixos", "Pays-Bas"},
    {"NO", "NOR", "Norway", "Noruega", "Noruega", "Norvège"},
    {"NP", "NPL", "Nepal", "Nepal", "Nepal", "Népal"},
    {"NR", "NRU", "Nauru", "Nauru", "Nauru", "Nauru"},
    {"NU", "NIU", "Niue", "Niue", "Niue", "Niue"},
    {"NZ", "NZL", "New Zealand", "Nueva Zelanda", "Nova Zelândia", "Nouvelle-Zélande"},
    {"OM", "OMN", "Oman", "Omán", "Omã", "Oman"},
    {"PA", "PAN", "Panama", "Panamá", "Panamá", "Panama"},
    {"PE", "PER", "Peru", "Perú", "Peru", "Pérou"},
    {"PF", "PYF", "French Polynesia", "Polinesia Francesa", "Polinésia Francesa", "Polynésie française"},
    {"PG", "PNG", "Papua New Guinea", "Papúa Nueva Guinea", "Papua-Nova Guiné", "Papouasie-Nouvelle-Guinée"},
    {"PH", "PHL", "Philippines", "Filipinas", "Filipinas", "Philippines"},
    {"PK", "PAK", "Pakistan", "Pakistán", "Paquistão", "Pakistan"},
    {"PL", "POL", "Poland", "Polonia", "Polônia", "Pologne"},
    {"PM", "SPM", "St. Pierre & Miquelon", "San Pedro y Miquelón", "São Pedro e Miquelão", "Saint-Pierre-et-Miquelon"},
    {"PN", "PCN", "Pitcairn Islands", "Islas Pitcairn", "Ilhas Pitcairn", "Îles Pitcairn"},
    {"PR", "PRI", "Puerto Rico", "Puerto Rico", "Porto Rico", "Porto Rico"},
    {"PS", "PSE", "Palestinian Territories", "Territorios Palestinos", "Territórios palestinos",
     "Territoires palestiniens"},
    {"PT", "PRT", "Portugal", "Portugal", "Portugal", "Portugal"},
    {"PW", "PLW", "Palau", "Palaos", "Palau", "Palaos"},
    {"PY", "PRY", "Paraguay", "Paraguay", "Paraguai", "Paraguay"},
    {"QA", "QAT", "Qatar", "Catar", "Catar", "Qatar"},
    {"RE", "REU", "Réunion", "Reunión", "Reunião", "La Réunion"},
    {"RO", "ROU", "Romania", "Rumanía", "Romênia", "Roumanie"},
    {"RS", "SRB", "Serbia", "Serbia", "Sérvia", "Serbie"},
    {"RU", "RUS", "Russia", "Rusia", "Rússia", "Russie"},
    {"RW", "RWA", "Rwanda", "Ruanda", "Ruanda", "Rwanda"},
    {"SA", "SAU", "Saudi Arabia", "Arabia Saudí", "Arábia Saudita", "Arabie saoudite"},
    {"SB", "SLB", "Solomon Islands", "Islas Salomón", "Ilhas Salomão", "Îles Salomon"},
    {"SC", "SYC", "Seychelles", "Seychelles", "Seicheles", "Seychelles"},
    {"SD", "SDN", "Sudan", "Sudán", "Sudão", "Soudan"},
    {"SE", "SWE", "Sweden", "Suecia", "Suécia", "Suède"},
    {"SG", "SGP", "Singapore", "Singapur", "Singapura", "Singapour"},
    {"SH", "SHN", "St. Helena", "Santa Elena", "Santa Helena", "Sainte-Hélène"},
    {"SI", "SVN", "Slovenia", "Eslovenia", "Eslovênia", "Slovénie"},
    {"SJ", "SJM", "Svalbard & Jan Mayen", "Svalbard y Jan Mayen", "Svalbard e Jan Mayen", "Svalbard et Jan Mayen"},
    {"SK", "SVK", "Slovakia", "Eslovaquia", "Eslováquia", "Slovaquie"},
    {"SL", "SLE", "Sierra Leone", "Sierra Leona", "Serra Leoa", "Sierra Leone"},
    {"SM", "SMR", "San Marino", "San Marino", "San Marino", "Saint-Marin"},
    {"SN", "SEN", "Senegal", "Senegal", "Senegal", "Sénégal"},
    {"SO", "SOM", "Somalia", "Somalia", "Somália", "Somalie"},
    {"SR", "SUR", "Suriname", "Surinam", "Suriname", "Suriname"},
    {"SS", "SSD", "South Sudan", "Sudán del Sur", "Sudão do Sul", "Soudan du Sud"},
    {"ST", "STP", "São Tomé & Príncipe", "Santo Tomé y Príncipe", "São Tomé e Príncipe", "Sao Tomé-et-Principe"},
    {"SV", "SLV", "El Salvador", "El Salvador", "El Salvador", "Salvador"},
    {"SX", "SXM", "Sint Maarten", "Sint Maarten", "Sint Maarten", "Saint-Martin (partie néerlandaise)"},
    {"SY", "SYR", "Syria", "Siria", "Síria", "Syrie"},
    {"SZ", "SWZ", "Eswatini", "Esuatini", "Essuatíni", "Eswatini"},
    {"TC", "TCA", "Turks & Caicos Islands", "Islas Turcas y Caicos", "Ilhas Turcas e Caicos",
     "Îles Turques-et-Caïques"},
    {"TD", "TCD", "Chad", "Chad", "Chade", "Tchad"},
    {"TF", "ATF", "French Southern Territories", "Territorios Australes Franceses", "Territórios Franceses do Sul",
     "Terres australes françaises"},
    {"TG", "TGO", "Togo", "Togo", "Togo", "Togo"},
    {"TH", "THA", "Thailand", "Tailandia", "Tailândia", "Thaïlande"},
    {"TJ", "TJK", "Tajikistan", "Tayikistán", "Tadjiquistão", "Tadjikistan"},
    {"TK", "TKL", "Tokelau", "Tokelau", "Tokelau", "Tokelau"},
    {"TL", "TLS", "Timor-Leste", "Timor-Leste", "Timor-Leste", "Timor oriental"},
    {"TM", "TKM", "Turkmenistan", "Turkmenistán", "Turcomenistão", "Turkménistan"},
    {"TN", "TUN", "Tunisia", "Túnez", "Tunísia", "Tunisie"},
    {"TO", "TON", "Tonga", "Tonga", "Tonga", "Tonga"},
    {"TR", "TUR", "Türkiye", "Turquía", "Turquia", "Turquie"},
    {"TT", "TTO", "Trinidad & Tobago", "Trinidad y Tobago", "Trinidad e Tobago", "Trinité-et-Tobago"},
    {"TV", "TUV", "Tuvalu", "Tuvalu", "Tuvalu", "Tuvalu"},
    {"TW", "TWN", "Taiwan", "Taiwán", "Taiwan", "Taïwan"},
    {"TZ", "TZA", "Tanzania", "Tanzania", "Tanzânia", "Tanzanie"},
    {"UA", "UKR", "Ukraine", "Ucrania", "Ucrânia", "Ukraine"},
    {"UG", "UGA", "Uganda", "Uganda", "Uganda", "Ouganda"},
    {"UM", "UMI", "U.S. Outlying Islands", "Islas menores alejadas de EE. UU.", "Ilhas Menores Distantes dos EUA",
     "Îles mineures éloignées des États-Unis"},
    {"US", "USA", "United States", "Estados Unidos", "Estados Unidos", "États-Unis"},
    {"UY", "URY", "Uruguay", "Uruguay", "Uruguai", "Uruguay"},
    {"UZ", "UZB", "Uzbekistan", "Uzbekistán", "Uzbequistão", "Ouzbékistan"},
    {"VA", "VAT", "Vatican City", "Ciudad del Vaticano", "Cidade do Vaticano", "État de la Cité du Vatican"},
    {"VC", "VCT", "St. Vincent & Grenadines", "San Vicente y las Granadinas", "São Vicente e Granadinas",
     "Saint-Vincent-et-les Grenadines"},
    {"VE", "VEN", "Venezuela", "Venezuela", "Venezuela", "Venezuela"},
    {"VG", "VGB", "British Virgin Islands", "Islas Vírgenes Británicas", "Ilhas Virgens Britânicas",
     "Îles Vierges britanniques"},
    {"VI", "VIR", "U.S. Virgin Islands", "Islas Vírgenes de EE. UU.", "Ilhas Virgens Americanas",
     "Îles Vierges des États-Unis"},
    {"VN", "VNM", "Vietnam", "Vietnam", "Vietnã", "Viêt Nam"},
    {"VU", "VUT", "Vanuatu", "Vanuatu", "Vanuatu", "Vanuatu"},
    {"WF", "WLF", "Wallis & Futuna", "Wallis y Futuna", "Wallis e Futuna", "Wallis-et-Futuna"},
    {"WS", "WSM", "Samoa", "Samoa", "Samoa", "Samoa"},
    {"YE", "YEM", "Yemen", "Yemen", "Iêmen", "Yémen"},
    {"YT", "MYT", "Mayotte", "Mayotte", "Mayotte", "Mayotte"},
    {"ZA", "ZAF", "South Africa", "Sudáfrica", "África do Sul", "Afrique du Sud"},
    {"ZM", "ZMB", "Zambia", "Zambia", "Zâmbia", "Zambie"},
    {"ZW", "ZWE", "Zimbabwe", "Zimbabue", "Zimbábue", "Zimbabwe"},
}};

}  // namespace

std::string_view country_from_alpha3(std::string_view code) {
    const auto found = std::find_if(all_countries.begin(), all_countries.end(),
                                    [&](const Country& country) { return country.alpha3 == code; });
    return found == all_countries.end() ? std::string_view() : found->code;
}

Enumeration countries() {
    static const Enumeration enumeration = [] {
        Enumeration made;
        made.name = "country";
        for (const Country& country : all_countries)
            made.values.push_back({std::string(country.code),
                                   {{"en", std::string(country.en)},
                                    {"es", std::string(country.es)},
                                    {"pt", std::string(country.pt)},
                                    {"fr", std::string(country.fr)}}});
        return made;
    }();
    return enumeration;
}

}  // namespace brecha::model
