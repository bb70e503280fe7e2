"""Every operation as a function that gives the body of its answer, or raises JobMatchError."""

from .answers import Answer
from .api.analytics import get_funnel as _get_funnel
from .api.analytics import get_job_report as _get_job_report
from .api.analytics import get_overview as _get_overview
from .api.analytics import get_skills_gap as _get_skills_gap
from .api.analytics import get_sources as _get_sources
from .api.analytics import get_time_to_hire as _get_time_to_hire
from .api.api_keys import create_api_key as _create_api_key
from .api.api_keys import delete_api_key as _delete_api_key
from .api.api_keys import get_api_key as _get_api_key
from .api.api_keys import list_api_keys as _list_api_keys
from .api.auth import change_password as _change_password
from .api.auth import get_me as _get_me
from .api.auth import log_in as _log_in
from .api.auth import log_out as _log_out
from .api.auth import refresh_session as _refresh_session
from .api.auth import register_user as _register_user
from .api.auth import update_me as _update_me
from .api.candidates import add_candidate_note as _add_candidate_note
from .api.candidates import change_candidate_status as _change_candidate_status
from .api.candidates import change_candidate_statuses as _change_candidate_statuses
from .api.candidates import delete_candidate_note as _delete_candidate_note
from .api.candidates import get_candidate as _get_candidate
from .api.candidates import list_candidate_history as _list_candidate_history
from .api.candidates import list_candidate_notes as _list_candidate_notes
from .api.candidates import list_candidates as _list_candidates
from .api.candidates import match_job as _match_job
from .api.candidates import match_resume as _match_resume
from .api.company import get_company as _get_company
from .api.company import update_company as _update_company
from .api.interviews import change_interview as _change_interview
from .api.interviews import change_interview_feedback as _change_interview_feedback
from .api.interviews import create_interview_feedback as _create_interview_feedback
from .api.interviews import delete_interview as _delete_interview
from .api.interviews import get_interview as _get_interview
from .api.interviews import get_interview_calendar as _get_interview_calendar
from .api.interviews import get_interview_feedback as _get_interview_feedback
from .api.interviews import list_interview_feedback as _list_interview_feedback
from .api.interviews import list_interviews as _list_interviews
from .api.interviews import schedule_interview as _schedule_interview
from .api.invitations import create_invitation as _create_invitation
from .api.invitations import delete_invitation as _delete_invitation
from .api.invitations import get_invitation as _get_invitation
from .api.invitations import list_invitations as _list_invitations
from .api.jobs import change_job as _change_job
from .api.jobs import create_job as _create_job
from .api.jobs import delete_job as _delete_job
from .api.jobs import get_job as _get_job
from .api.jobs import list_jobs as _list_jobs
from .api.jobs import replace_job as _replace_job
from .api.matching import score_match as _score_match
from .api.members import get_member as _get_member
from .api.members import list_members as _list_members
from .api.members import update_member as _update_member
from .api.operations import get_operation as _get_operation
from .api.operations import list_operation_files as _list_operation_files
from .api.operations import list_operations as _list_operations
from .api.operations import stream_operation as _stream_operation
from .api.resumes import correct_resume as _correct_resume
from .api.resumes import download_resume_file as _download_resume_file
from .api.resumes import erase_resume as _erase_resume
from .api.resumes import export_resume_data as _export_resume_data
from .api.resumes import get_resume as _get_resume
from .api.resumes import list_resume_matches as _list_resume_matches
from .api.resumes import list_resumes as _list_resumes
from .api.resumes import search_resumes as _search_resumes
from .api.resumes import upload_resume as _upload_resume
from .api.resumes import upload_resumes as _upload_resumes
from .api.skills import complete_skills as _complete_skills
from .api.skills import extract_skills as _extract_skills
from .api.system import get_health as _get_health
from .api.system import get_liveness as _get_liveness
from .api.system import get_metrics as _get_metrics
from .api.system import get_readiness as _get_readiness
from .models import AnalyticsFunnel
from .models import AnalyticsJob
from .models import AnalyticsOverview
from .models import AnalyticsSkillsGap
from .models import AnalyticsSources
from .models import AnalyticsTimeToHire
from .models import ApiKey
from .models import ApiKeyPage
from .models import ApiKeyWithKey
from .models import BulkStatusChanged
from .models import CandidateDetail
from .models import CandidateHistoryPage
from .models import CandidateNote
from .models import CandidateNotePage
from .models import CandidatePage
from .models import Company
from .models import ExplainedCandidate
from .models import ExtractedSkills
from .models import FoundResumePage
from .models import Health
from .models import Interview
from .models import InterviewFeedback
from .models import InterviewFeedbackPage
from .models import InterviewPage
from .models import Invitation
from .models import InvitationPage
from .models import InvitationWithToken
from .models import JobPage
from .models import JobWithEmbedding
from .models import JsonResume
from .models import Live
from .models import MatchResult
from .models import MatchScore
from .models import Member
from .models import MemberPage
from .models import Operation
from .models import OperationEvent
from .models import OperationFilePage
from .models import OperationPage
from .models import Resume
from .models import ResumeData
from .models import ResumeMatchPage
from .models import ResumeMatchResult
from .models import ResumePage
from .models import SkillCompletions
from .models import Tokens
from .models import UploadedResume
from .models import User
from .types import File

add_candidate_note = Answer[CandidateNote].of(_add_candidate_note.sync)
change_candidate_status = Answer[CandidateDetail].of(_change_candidate_status.sync)
change_candidate_statuses = Answer[BulkStatusChanged].of(_change_candidate_statuses.sync)
change_interview = Answer[Interview].of(_change_interview.sync)
change_interview_feedback = Answer[InterviewFeedback].of(_change_interview_feedback.sync)
change_job = Answer[JobWithEmbedding].of(_change_job.sync)
change_password = Answer[None].of(_change_password.sync)
complete_skills = Answer[SkillCompletions].of(_complete_skills.sync)
correct_resume = Answer[Resume].of(_correct_resume.sync)
create_api_key = Answer[ApiKeyWithKey].of(_create_api_key.sync)
create_interview_feedback = Answer[InterviewFeedback].of(_create_interview_feedback.sync)
create_invitation = Answer[InvitationWithToken].of(_create_invitation.sync)
create_job = Answer[JobWithEmbedding].of(_create_job.sync)
delete_api_key = Answer[None].of(_delete_api_key.sync)
delete_candidate_note = Answer[None].of(_delete_candidate_note.sync)
delete_interview = Answer[None].of(_delete_interview.sync)
delete_invitation = Answer[None].of(_delete_invitation.sync)
delete_job = Answer[None].of(_delete_job.sync)
download_resume_file = Answer[File].of(_download_resume_file.sync)
erase_resume = Answer[None].of(_erase_resume.sync)
export_resume_data = Answer[ResumeData].of(_export_resume_data.sync)
extract_skills = Answer[ExtractedSkills].of(_extract_skills.sync)
get_api_key = Answer[ApiKey].of(_get_api_key.sync)
get_candidate = Answer[ExplainedCandidate].of(_get_candidate.sync)
get_company = Answer[Company].of(_get_company.sync)
get_funnel = Answer[AnalyticsFunnel].of(_get_funnel.sync)
get_health = Answer[Health].of(_get_health.sync)
get_interview = Answer[Interview].of(_get_interview.sync)
get_interview_calendar = Answer[str].of(_get_interview_calendar.sync)
get_interview_feedback = Answer[InterviewFeedback].of(_get_interview_feedback.sync)
get_invitation = Answer[Invitation].of(_get_invitation.sync)
get_job = Answer[JobWithEmbedding].of(_get_job.sync)
get_job_report = Answer[AnalyticsJob].of(_get_job_report.sync)
get_liveness = Answer[Live].of(_get_liveness.sync)
get_me = Answer[User].of(_get_me.sync)
get_member = Answer[Member].of(_get_member.sync)
get_metrics = Answer[str].of(_get_metrics.sync)
get_operation = Answer[Operation].of(_get_operation.sync)
get_overview = Answer[AnalyticsOverview].of(_get_overview.sync)
get_readiness = Answer[Health].of(_get_readiness.sync)
get_resume = Answer[JsonResume | Resume].of(_get_resume.sync)
get_skills_gap = Answer[AnalyticsSkillsGap].of(_get_skills_gap.sync)
get_sources = Answer[AnalyticsSources].of(_get_sources.sync)
get_time_to_hire = Answer[AnalyticsTimeToHire].of(_get_time_to_hire.sync)
list_api_keys = Answer[ApiKeyPage].of(_list_api_keys.sync)
list_candidate_history = Answer[CandidateHistoryPage].of(_list_candidate_history.sync)
list_candidate_notes = Answer[CandidateNotePage].of(_list_candidate_notes.sync)
list_candidates = Answer[CandidatePage].of(_list_candidates.sync)
list_interview_feedback = Answer[InterviewFeedbackPage].of(_list_interview_feedback.sync)
list_interviews = Answer[InterviewPage].of(_list_interviews.sync)
list_invitations = Answer[InvitationPage].of(_list_invitations.sync)
list_jobs = Answer[JobPage].of(_list_jobs.sync)
list_members = Answer[MemberPage].of(_list_members.sync)
list_operation_files = Answer[OperationFilePage].of(_list_operation_files.sync)
list_operations = Answer[OperationPage].of(_list_operations.sync)
list_resume_matches = Answer[ResumeMatchPage].of(_list_resume_matches.sync)
list_resumes = Answer[ResumePage].of(_list_resumes.sync)
log_in = Answer[Tokens].of(_log_in.sync)
log_out = Answer[None].of(_log_out.sync)
match_job = Answer[MatchResult | Operation].of(_match_job.sync)
match_resume = Answer[ResumeMatchResult].of(_match_resume.sync)
refresh_session = Answer[Tokens].of(_refresh_session.sync)
register_user = Answer[User].of(_register_user.sync)
replace_job = Answer[JobWithEmbedding].of(_replace_job.sync)
schedule_interview = Answer[Interview].of(_schedule_interview.sync)
score_match = Answer[MatchScore].of(_score_match.sync)
search_resumes = Answer[FoundResumePage].of(_search_resumes.sync)
stream_operation = Answer[OperationEvent].of(_stream_operation.sync)
update_company = Answer[Company].of(_update_company.sync)
update_me = Answer[User].of(_update_me.sync)
update_member = Answer[Member].of(_update_member.sync)
upload_resume = Answer[Operation | UploadedResume].of(_upload_resume.sync)
upload_resumes = Answer[Operation].of(_upload_resumes.sync)
