#include "catch.hpp"

#include "report/json.hpp"

#include "sample_view.hpp"

using namespace sample;

namespace {

View one_gap() {
    auto gap = finding("agencies/ict", {cell(Truth::fails)});
    gap.row.message = "ict \"names\" nobody";
    gap.remedy = "Ask ict";
    Evidence used;
    used.place = "agencies/ict/representatives";
    used.used_as = UsedAs::fails;
    gap.cells[0].used = {used, used};
    View sample_view =
        view({requirement("TS-03", {gap}),
              requirement("TS-04", {finding({}, {cell(Truth::unknown, {missing("title", "Plan", "title")})})},
                          Modality::should)});
    sample_view.parameters = {{"minimum_representatives", "2"}};
    sample_view.notes.push_back({"P101", Severity::warning, "agencies/ict/particpates", "/agencies/0/particpates", 4, 7,
                                 "unknown field, ignored", "did you mean \"part\"?"});
    return sample_view;
}

}  // namespace

TEST_CASE("the report as JSON, byte for byte") {
    const std::string expected = R"({
  "brecha": ")" + std::string(brecha::version()) +
                                 R"(",
  "format": 1,
  "ruleset": {
    "name": "sample",
    "version": "1.0.0",
    "sha256": "aa"
  },
  "plan": {
    "name": "plan.json",
    "sha256": "bb"
  },
  "as_of": "2026-01-15",
  "facts_since": null,
  "language": "en",
  "parameters": {
    "minimum_representatives": "2"
  },
  "summary": {
    "requirements": 2,
    "met": 0,
    "partly_met": 0,
    "not_met": 1,
    "unknown": 1,
    "not_applicable": 0,
    "gaps": 1,
    "judged": 1,
    "lowest": 0.0,
    "highest": 0.5,
    "weakened": 0,
    "findings": 2,
    "gap_findings": 1,
    "unknown_findings": 1
  },
  "requirements": [
    {
      "id": "TS-03",
      "title": "Title of TS-03",
      "theme": "governance",
      "modality": "shall",
      "verdict": "not_met",
      "is_gap": true,
      "may_be_gap": true,
      "reason": "contradicted",
      "sources": [
        {
          "id": "ISPS",
          "clause": "A/16.3",
          "standing": "treaty",
          "reading": "full"
        }
      ],
      "origin": "sample",
      "holds": 0,
      "fails": 1,
      "unknown": 0,
      "waiver": null,
      "weakened": false,
      "findings": [
        {
          "subject": "agencies/ict",
          "verdict": "not_met",
          "reason": "contradicted",
          "holds": 0,
          "fails": 1,
          "unknown": 0,
          "message": "ict \"names\" nobody",
          "remedy": "Ask ict",
          "oldest": null,
          "newest": null,
          "parts": [
            {
              "part": null,
              "truth": "fails",
              "places": [
                "agencies/ict/representatives"
              ],
              "missing": []
            }
          ]
        }
      ]
    },
    {
      "id": "TS-04",
      "title": "Title of TS-04",
      "theme": "governance",
      "modality": "should",
      "verdict": "unknown",
      "is_gap": false,
      "may_be_gap": true,
      "reason": "silent",
      "sources": [
        {
          "id": "ISPS",
          "clause": "A/16.3",
          "standing": "treaty",
          "reading": "full"
        }
      ],
      "origin": "sample",
      "holds": 0,
      "fails": 0,
      "unknown": 1,
      "waiver": null,
      "weakened": false,
      "findings": [
        {
          "subject": null,
          "verdict": "unknown",
          "reason": "silent",
          "holds": 0,
          "fails": 0,
          "unknown": 1,
          "message": "What is the title?",
          "remedy": null,
          "oldest": null,
          "newest": null,
          "parts": [
            {
              "part": null,
              "truth": "unknown",
              "places": [],
              "missing": [
                {
                  "place": "title",
                  "why": "not_stated",
                  "question": "What is the title?"
                }
              ]
            }
          ]
        }
      ]
    }
  ],
  "notes": [
    {
      "code": "P101",
      "severity": "warning",
      "place": "agencies/ict/particpates",
      "pointer": "/agencies/0/particpates",
      "line": 4,
      "column": 7,
      "message": "unknown field, ignored",
      "help": "did you mean \"part\"?"
    }
  ]
}
)";
    CHECK(brecha::report::json_of(one_gap()) == expected);
}

TEST_CASE("a name that is not UTF-8 does not stop a report") {
    View sample_view = one_gap();
    sample_view.plan_name = "plan\xff.json";
    CHECK(brecha::report::json_of(sample_view).find("plan\xEF\xBF\xBD.json") != std::string::npos);
}

TEST_CASE("several reports are one array with the same layout") {
    brecha::Diagnostic why = brecha::Diagnostic::said("", "no es JSON");
    why.code = "P601";
    why.line = 12;
    why.column = 5;
    const std::string refused = brecha::report::json_of_refused("broken.json", "cc", {why}, "es");
    CHECK(brecha::report::json_array({refused, refused}) == R"([
  {
    "plan": {
      "name": "broken.json",
      "sha256": "cc"
    },
    "notes": [
      {
        "code": "P601",
        "severity": "error",
        "place": "",
        "pointer": null,
        "line": 12,
        "column": 5,
        "message": "no es JSON",
        "help": null
      }
    ]
  },
  {
    "plan": {
      "name": "broken.json",
      "sha256": "cc"
    },
    "notes": [
      {
        "code": "P601",
        "severity": "error",
        "place": "",
        "pointer": null,
        "line": 12,
        "column": 5,
        "message": "no es JSON",
        "help": null
      }
    ]
  }
]
)");
    CHECK(brecha::report::json_array({}) == "[]\n");
}
