from typing import Literal

ExplainedCandidateSkillsMatchedItemKind = Literal[
    "alias", "exact", "partial", "semantic"
]

EXPLAINED_CANDIDATE_SKILLS_MATCHED_ITEM_KIND_VALUES: set[
    ExplainedCandidateSkillsMatchedItemKind
] = {
    "alias",
    "exact",
    "partial",
    "semantic",
}


def check_explained_candidate_skills_matched_item_kind(
    value: str,
) -> ExplainedCandidateSkillsMatchedItemKind:
    if value in EXPLAINED_CANDIDATE_SKILLS_MATCHED_ITEM_KIND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EXPLAINED_CANDIDATE_SKILLS_MATCHED_ITEM_KIND_VALUES!r}"
    )
