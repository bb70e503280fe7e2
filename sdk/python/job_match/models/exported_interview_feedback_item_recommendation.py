from typing import Literal

ExportedInterviewFeedbackItemRecommendation = Literal[
    "no", "strong_no", "strong_yes", "yes"
]

EXPORTED_INTERVIEW_FEEDBACK_ITEM_RECOMMENDATION_VALUES: set[
    ExportedInterviewFeedbackItemRecommendation
] = {
    "no",
    "strong_no",
    "strong_yes",
    "yes",
}


def check_exported_interview_feedback_item_recommendation(
    value: str,
) -> ExportedInterviewFeedbackItemRecommendation:
    if value in EXPORTED_INTERVIEW_FEEDBACK_ITEM_RECOMMENDATION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EXPORTED_INTERVIEW_FEEDBACK_ITEM_RECOMMENDATION_VALUES!r}"
    )
