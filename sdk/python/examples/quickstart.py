"""All of a first day: python examples/quickstart.py http://localhost:8000"""

import sys
import time
from datetime import UTC, datetime, timedelta
from io import BytesIO

from job_match.api.auth import register_user
from job_match.api.candidates import change_candidate_status, list_candidates
from job_match.api.interviews import schedule_interview
from job_match.api.jobs import create_job
from job_match.api.resumes import upload_resume
from job_match.api.system import get_health
from job_match.models import NewAccount, NewInterview, NewJob, ResumeUpload, StatusChange, UploadedResume
from job_match.session import connect, log_in, ok
from job_match.types import File

url = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000"
print("health:", ok(get_health.sync(client=connect(url))).status)

email, password = f"grace-{time.time_ns()}@example.com", "four words or even more"
account = NewAccount(
    email=email, password=password, full_name="Grace Example", role="recruiter", company_name="Example Ltd"
)
ok(register_user.sync(client=connect(url), body=account))
client = log_in(url, email, password)

posting = NewJob(
    title="Backend engineer",
    company="Example Ltd",
    description="You build what plans our deliveries.",
    requirements="Four years with PostgreSQL and TypeScript in production; Docker.",
)
job = ok(create_job.sync(client=client, body=posting))

text = b"""Noor Invented\nnoor.invented@example.com\n\nExperience\nSoftware engineer, Imaginary Freight, 2019 - 2024
Built delivery services in TypeScript on PostgreSQL.\n\nSkills\nTypeScript, PostgreSQL, Linux\n"""
file = File(payload=BytesIO(text), file_name="noor.txt", mime_type="text/plain")
uploaded = ok(upload_resume.sync(client=client, body=ResumeUpload(file=file, job_id=job.id)))
assert isinstance(uploaded, UploadedResume), "Still being read: follow the operation"
resume = uploaded.resume
print("uploaded:", resume.candidate_name)

for each in ok(list_candidates.sync(job.id, client=client)).data:
    print(f"candidate {each.rank}: {each.candidate_name} {each.match_score} ({each.fit})")

shortlisted = StatusChange(status="shortlisted")
print("status:", ok(change_candidate_status.sync(job.id, resume.id, client=client, body=shortlisted)).status)

tomorrow = datetime.now(UTC) + timedelta(days=1)
video = NewInterview(resume_id=resume.id, job_id=job.id, interview_type="video", scheduled_at=tomorrow)
interview = ok(schedule_interview.sync(client=client, body=video))
print("interview:", interview.interview_type, interview.status)
