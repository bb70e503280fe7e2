from typing import Literal

NewInterviewFeedbackRecommendation = Literal["no", "strong_no", "strong_yes", "yes"]

NEW_INTERVIEW_FEEDBACK_RECOMMENDATION_VALUES: set[
    NewInterviewFeedbackRecommendation
] = {
    "no",
    "strong_no",
    "strong_yes",
    "yes",
}


def check_new_interview_feedback_recommendation(
    value: str,
) -> NewInterviewFeedbackRecommendation:
    if value in NEW_INTERVIEW_FEEDBACK_RECOMMENDATION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {NEW_INTERVIEW_FEEDBACK_RECOMMENDATION_VALUES!r}"
    )
