import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Council sessions: who sits, what is voted on, declared conflicts, and the counts once a round is closed. */
export class CouncilSessions2025120109300 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table council_session (
        id uuid primary key, version int not null default 1, council_id uuid not null, department_id uuid not null,
        title text not null, held_at timestamptz not null, state text not null, quorum_fraction text not null, quorum_source text not null,
        minutes text
      );
      create index council_session_council on council_session (council_id, held_at);
      create table session_seat (
        session_id uuid not null references council_session, person_id uuid not null, name text not null, seat text not null,
        present boolean not null, reason text, position int not null, primary key (session_id, person_id)
      );
      create table voting_round (
        id uuid primary key, version int not null default 1, session_id uuid not null references council_session,
        award_code text not null references award_type, ballot text not null, state text not null, position int not null,
        opens_at timestamptz, closes_at timestamptz, threshold text not null, threshold_source text not null, threshold_confidence text not null
      );
      create index voting_round_session on voting_round (session_id, position);
      create table ballot_line (
        id uuid primary key, round_id uuid not null references voting_round, nomination_id uuid not null references nomination,
        position int not null, result jsonb
      );
      create index ballot_line_round on ballot_line (round_id, position);
      create index ballot_line_nomination on ballot_line (nomination_id);
      create table line_conflict (
        line_id uuid not null references ballot_line, member_id uuid not null, member_name text not null, reason text not null,
        declared_at timestamptz not null, primary key (line_id, member_id)
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table line_conflict, ballot_line, voting_round, session_seat, council_session');
  }
}
