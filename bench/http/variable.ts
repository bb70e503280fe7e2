/** Names the PostgreSQL that both sides use. @module */
export const DATABASE_VARIABLE = "BENCH_DATABASE_URL";
