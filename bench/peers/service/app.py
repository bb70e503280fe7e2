"""Job matching as teams build it in Python: FastAPI, asyncpg, pgvector, sentence-transformers.

Each request uses one connection of a pool; what computes runs in a thread, one at a time for each process; answers are
serialised by the models that declare them; a match is scored once, when the resume comes.
"""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone
from typing import Annotated
from uuid import UUID

import asyncpg
import bcrypt
import jwt
import numpy as np
from fastapi import Depends, FastAPI, File, Form, HTTPException, Query, UploadFile
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pgvector.asyncpg import register_vector
from pydantic import BaseModel

import reading

SECRET = os.environ["SECRET_KEY"]
TOKEN_LIFE = timedelta(minutes=30)
computing = ThreadPoolExecutor(max_workers=1)


@asynccontextmanager
async def lifespan(app: FastAPI):
    reading.embed("warm up")
    async with asyncpg.create_pool(os.environ["DATABASE_URL"], min_size=4, max_size=10, init=register_vector) as pool:
        app.state.pool = pool
        yield


app = FastAPI(lifespan=lifespan)


async def compute(work, *args):
    return await asyncio.get_running_loop().run_in_executor(computing, work, *args)


class NewUser(BaseModel):
    email: str
    password: str
    full_name: str
    role: str
    company_name: str


class User(BaseModel):
    id: UUID
    email: str
    full_name: str
    role: str
    company_name: str


class Credentials(BaseModel):
    email: str
    password: str


class Token(BaseModel):
    access_token: str
    token_type: str = "bearer"


class NewJob(BaseModel):
    title: str
    company: str
    description: str
    requirements: str | list[str] = ""
    skills_required: list[str] = []


class Job(BaseModel):
    id: UUID
    title: str
    company: str
    description: str
    requirements: str
    skills_required: list[str]
    status: str
    created_at: datetime


class Skill(BaseModel):
    skill: str


class Skills(BaseModel):
    matched: list[Skill]
    missing: list[Skill]


class Resume(BaseModel):
    id: UUID
    candidate_name: str | None
    email: str | None
    extracted_skills: list[str]
    created_at: datetime


class Match(BaseModel):
    match_score: float
    similarity: float
    skill_match: float | None
    explanation: str
    skills: Skills


class Uploaded(BaseModel):
    resume: Resume
    match: Match


class Candidate(BaseModel):
    rank: int
    resume_id: UUID
    candidate_name: str | None
    email: str | None
    match_score: float
    similarity: float
    skill_match: float | None
    status: str
    key_strengths: list[str]
    missing_skills: list[str]
    explanation: str
    created_at: datetime


class Candidates(BaseModel):
    data: list[Candidate]
    total: int


async def current_user(bearer: Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())]) -> UUID:
    try:
        user_id = UUID(jwt.decode(bearer.credentials, SECRET, algorithms=["HS256"])["sub"])
    except jwt.InvalidTokenError:
        raise HTTPException(401, "Invalid token")
    user = await app.state.pool.fetchrow("select is_active from users where id = $1", user_id)
    if user is None or not user["is_active"]:
        raise HTTPException(401, "Invalid token")
    return user_id


CurrentUser = Annotated[UUID, Depends(current_user)]


@app.post("/api/v1/auth/register", status_code=201)
async def register(user: NewUser) -> User:
    password_hash = await compute(bcrypt.hashpw, user.password.encode(), bcrypt.gensalt(12))
    row = await app.state.pool.fetchrow(
        """insert into users (email, password_hash, full_name, role, company_name) values ($1, $2, $3, $4, $5)
        returning id, email, full_name, role, company_name""",
        user.email, password_hash.decode(), user.full_name, user.role, user.company_name,
    )
    return User(**row)


@app.post("/api/v1/auth/login")
async def login(given: Credentials) -> Token:
    user = await app.state.pool.fetchrow("select id, password_hash from users where email = $1", given.email)
    if user is None or not await compute(bcrypt.checkpw, given.password.encode(), user["password_hash"].encode()):
        raise HTTPException(401, "Wrong e-mail or password")
    claims = {"sub": str(user["id"]), "exp": datetime.now(timezone.utc) + TOKEN_LIFE}
    return Token(access_token=jwt.encode(claims, SECRET, algorithm="HS256"))


JOB = "id, title, company, description, requirements, skills_required, status, created_at"


@app.post("/api/v1/jobs", status_code=201)
async def post_job(job: NewJob, user_id: CurrentUser) -> Job:
    requirements = job.requirements if isinstance(job.requirements, str) else "\n".join(job.requirements)
    embedding = await compute(reading.embed, f"{job.title}\n{job.description}\n{requirements}")
    row = await app.state.pool.fetchrow(
        f"""insert into jobs (user_id, title, company, description, requirements, skills_required, embedding)
        values ($1, $2, $3, $4, $5, $6, $7) returning {JOB}""",
        user_id, job.title, job.company, job.description, requirements, job.skills_required, embedding,
    )
    return Job(**row)


@app.get("/api/v1/jobs/{job_id}")
async def get_job(job_id: UUID, user_id: CurrentUser) -> Job:
    row = await app.state.pool.fetchrow(f"select {JOB} from jobs where id = $1 and user_id = $2", job_id, user_id)
    if row is None:
        raise HTTPException(404, "No such job")
    return Job(**row)


def read_and_match(pdf: bytes, job: asyncpg.Record) -> tuple[reading.Resume, list[str], float]:
    resume = reading.read(pdf)
    matched = reading.find_skills(resume.text, job["skills_required"])
    return resume, matched, float(np.dot(resume.embedding, job["embedding"].to_numpy()))


@app.post("/api/v1/resumes/upload", status_code=201)
async def upload(
    file: Annotated[UploadFile, File()], job_id: Annotated[UUID, Form()], user_id: CurrentUser
) -> Uploaded:
    job = await app.state.pool.fetchrow(
        "select skills_required, embedding from jobs where id = $1 and user_id = $2", job_id, user_id
    )
    if job is None:
        raise HTTPException(404, "No such job")
    pdf = await file.read()
    resume, matched, cosine = await compute(read_and_match, pdf, job)
    required = job["skills_required"]
    missing = [skill for skill in required if skill not in matched]
    similarity = max(0.0, min(1.0, cosine))
    skill_match = len(matched) / len(required) if required else None
    overall = similarity if skill_match is None else 0.6 * similarity + 0.4 * skill_match
    explanation = (
        f"{100 * overall:.2f} of 100: similarity {similarity:.2f}, {len(matched)} of {len(required)} required skills. "
        f"Has {', '.join(matched) or 'none'}. Misses {', '.join(missing) or 'none'}."
    )
    async with app.state.pool.acquire() as connection, connection.transaction():
        row = await connection.fetchrow(
            """insert into resumes (user_id, filename, file, candidate_name, email, text, skills, embedding)
            values ($1, $2, $3, $4, $5, $6, $7, $8) returning id, created_at""",
            user_id, file.filename, pdf, resume.candidate_name, resume.email, resume.text, resume.skills,
            resume.embedding,
        )
        await connection.execute(
            """insert into matches
            (job_id, resume_id, similarity, skill_match, overall, matched_skills, missing_skills, explanation)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""",
            job_id, row["id"], similarity, skill_match, overall, matched, missing, explanation,
        )
    return Uploaded(
        resume=Resume(
            candidate_name=resume.candidate_name, email=resume.email, extracted_skills=resume.skills, **row
        ),
        match=Match(
            match_score=round(100 * overall, 2),
            similarity=similarity,
            skill_match=skill_match,
            explanation=explanation,
            skills=Skills(
                matched=[Skill(skill=skill) for skill in matched], missing=[Skill(skill=skill) for skill in missing]
            ),
        ),
    )


@app.get("/api/v1/jobs/{job_id}/candidates")
async def list_candidates(
    job_id: UUID, user_id: CurrentUser, limit: Annotated[int, Query(ge=1, le=100)] = 20
) -> Candidates:
    rows = await app.state.pool.fetch(
        """select row_number() over (order by m.overall desc, m.resume_id) as rank, count(*) over () as total,
          m.resume_id, r.candidate_name, r.email, round((100 * m.overall)::numeric, 2)::float8 as match_score,
          m.similarity, m.skill_match, m.status, m.matched_skills as key_strengths, m.missing_skills, m.explanation,
          m.created_at
        from matches m join jobs j on j.id = m.job_id join resumes r on r.id = m.resume_id
        where m.job_id = $1 and j.user_id = $2
        order by m.overall desc, m.resume_id limit $3""",
        job_id, user_id, limit,
    )
    return Candidates(data=[Candidate(**row) for row in rows], total=rows[0]["total"] if rows else 0)
