/**
 * Many candidates out of a few, in both databases alike.
 *
 * @module
 */
import type pg from "pg";

/**
 * Makes the table `copies` of this connection: the new `id` of every copy, its number `n` from 1 and the resume it is a
 * copy of.
 */
export async function planCopies(client: pg.Client, count: number): Promise<void> {
  await client.query(`create temp table copies as
    select gen_random_uuid() as id, n, r.id as original
    from generate_series(1, ${count}) n
    join (select id, row_number() over (order by id) - 1 as i, count(*) over () as all_of_them from resumes) r
      on r.i = n % r.all_of_them`);
}

/** What a copy has of its own, in terms of `copies c`: nobody scores the same. */
export const copied = {
  name: "'Candidate ' || c.n",
  email: "'candidate-' || c.n || '@example.com'",
  overall: "c.n / (select count(*) from copies)::float8",
};

/** Takes the originals out of the ranking. */
export async function dropOriginals(client: pg.Client): Promise<void> {
  await client.query("delete from matches where resume_id in (select original from copies)");
  await client.query("vacuum analyze");
}
