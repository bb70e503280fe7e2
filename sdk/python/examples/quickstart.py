"""All of a first day: python examples/quickstart.py http://localhost:8000"""

import sys
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from job_match.api.candidates import change_candidate_status, list_candidates
from job_match.api.interviews import schedule_interview
from job_match.api.jobs import create_job
from job_match.api.system import get_health
from job_match.models import NewAccount, NewInterview, NewJob, StatusChange
from job_match.session import connect, ok, register, upload

url = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000"
print("health:", ok(get_health.sync(client=connect(url))).status)

person = {"full_name": "Grace Example", "role": "recruiter", "company_name": "Example Ltd"}
secret = {"email": f"grace-{uuid4()}@example.com", "password": "four words or even more"}
client = register(url, NewAccount.from_dict(person | secret))

posting = NewJob(title="Backend engineer", company="Example Ltd", description="Plan our deliveries.")
posting.requirements = "PostgreSQL, TypeScript, Docker"
job = ok(create_job.sync(client=client, body=posting))

text = b"""Noor Invented\nnoor.invented@example.com\n\nExperience\nEngineer, Imaginary Freight, 2019 - 2024
Built delivery services in TypeScript on PostgreSQL.\n\nSkills\nTypeScript, PostgreSQL, Linux\n"""
resume = upload(client, "noor.txt", text, job_id=job.id)
print("uploaded:", resume.candidate_name)

for each in ok(list_candidates.sync(job.id, client=client)).data:
    print(f"candidate {each.rank}: {each.candidate_name} {each.match_score} ({each.fit})")

shortlisted = StatusChange(status="shortlisted")
print("status:", ok(change_candidate_status.sync(job.id, resume.id, client=client, body=shortlisted)).status)

tomorrow = datetime.now(UTC) + timedelta(days=1)
video = NewInterview(resume_id=resume.id, job_id=job.id, interview_type="video", scheduled_at=tomorrow)
interview = ok(schedule_interview.sync(client=client, body=video))
print("interview:", interview.interview_type, interview.status)
