from typing import Literal

MatchScoreSkillsMatchedItemKind = Literal["alias", "exact", "partial", "semantic"]

MATCH_SCORE_SKILLS_MATCHED_ITEM_KIND_VALUES: set[MatchScoreSkillsMatchedItemKind] = {
    "alias",
    "exact",
    "partial",
    "semantic",
}


def check_match_score_skills_matched_item_kind(
    value: str,
) -> MatchScoreSkillsMatchedItemKind:
    if value in MATCH_SCORE_SKILLS_MATCHED_ITEM_KIND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {MATCH_SCORE_SKILLS_MATCHED_ITEM_KIND_VALUES!r}"
    )
