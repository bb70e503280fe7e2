from typing import Literal

CandidateDetailSkillsMatchedItemKind = Literal["alias", "exact", "partial", "semantic"]

CANDIDATE_DETAIL_SKILLS_MATCHED_ITEM_KIND_VALUES: set[
    CandidateDetailSkillsMatchedItemKind
] = {
    "alias",
    "exact",
    "partial",
    "semantic",
}


def check_candidate_detail_skills_matched_item_kind(
    value: str,
) -> CandidateDetailSkillsMatchedItemKind:
    if value in CANDIDATE_DETAIL_SKILLS_MATCHED_ITEM_KIND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CANDIDATE_DETAIL_SKILLS_MATCHED_ITEM_KIND_VALUES!r}"
    )
