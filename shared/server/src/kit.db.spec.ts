import {
  actorOf,
  dataOf,
  execute,
  faultOf,
  feedSettled,
  publicActor,
  rootFieldAccess,
  testDatabase,
  type TestDatabase,
} from '@thidua/testing';
import { Arg, Args, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  Allow,
  connectionType,
  ConnectionArgs,
  connectQuery,
  createConsumers,
  createLog,
  defineSubgraph,
  emitSdl,
  mutate,
  newId,
  noopPeers,
  readFeed,
  type Page,
  Refusal,
  refusalUnion,
  refuse,
  type RequestContext,
  type SubgraphDefinition,
} from './index.js';

@ObjectType()
@Entity('note')
class Note {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Field(() => Int) @Column({ type: 'int', default: 1 }) version: number;
  @Field(() => String) @Column({ type: 'text' }) text: string;
}

@InputType()
class SaveNoteInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID, { nullable: true }) id?: string;
  @Field(() => Int, { nullable: true }) version?: number;
  @Field(() => String) text: string;
}

@ObjectType()
class NoteSaved {
  @Field(() => Note) note: Note;
}

const { Connection: NoteConnection } = connectionType<Note>('Note', () => Note);
const SaveNoteResult = refusalUnion('SaveNoteResult', NoteSaved);
const DEPARTMENT = '00000000-0000-4000-8000-0000000000aa';

@Resolver()
class NoteResolver {
  @Query(() => [Note])
  @Allow('plan:read')
  notes(@Ctx() ctx: RequestContext): Promise<Note[]> {
    return ctx.db.find(Note);
  }

  @Query(() => NoteConnection)
  @Allow('plan:read')
  notePages(@Args(() => ConnectionArgs) args: ConnectionArgs, @Ctx() ctx: RequestContext): Promise<Page<Note>> {
    return connectQuery(ctx.db.createQueryBuilder(Note, 'n'), args, [{ sql: 'n.id', direction: 'ASC', of: (row) => row.id, cast: 'uuid' }]);
  }

  @Mutation(() => SaveNoteResult)
  @Allow('plan:import')
  async saveNote(@Arg('input', () => SaveNoteInput) input: SaveNoteInput, @Ctx() ctx: RequestContext): Promise<NoteSaved | Refusal> {
    const seen = input.id ? await ctx.db.findOneByOrFail(Note, { id: input.id }) : null;
    return mutate(
      ctx,
      { operation: 'saveNote', input, permission: 'plan:import', scope: { departmentId: DEPARTMENT } },
      async (tx) => {
        const id = input.id ?? newId();
        if (seen) await tx.change(Note, seen, input.version!, { text: input.text });
        else await tx.manager.insert(Note, { id, version: 1, text: input.text });
        if (input.text === 'broken') await tx.manager.query('select secret_column from note');
        await tx.audit({ entity: 'Note', id, to: 'SAVED' });
        await tx.emit('campaigns.note.saved.v1', { id });
        if (input.text === 'refused')
          return refuse(ctx, 'BAD_WORD', 'Không ghi được từ này.', 'This word cannot be written.', { field: 'text' });
        return { id };
      },
      async ({ id }) => Object.assign(new NoteSaved(), { note: await ctx.db.findOneByOrFail(Note, { id }) }),
    );
  }
}

class CreateNote2025120101000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      'create table note (id uuid primary key, version int not null default 1, text text not null); create table seen (event_id uuid primary key)',
    );
  }
  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table seen, note');
  }
}

const definition: SubgraphDefinition = defineSubgraph({
  name: 'campaigns',
  entities: [Note],
  migrations: [CreateNote2025120101000],
  resolvers: [NoteResolver],
  subscriptions: {
    campaigns: {
      'campaigns.note.saved.v1': async (event, tx) => {
        await tx.manager.query('insert into seen values ($1)', [event.id]);
      },
    },
  },
});

describe('the subgraph kit', () => {
  let db: TestDatabase;
  const office = actorOf('DEPARTMENT_OFFICE', { scopeId: DEPARTMENT, departmentId: DEPARTMENT });
  const save = (input: Record<string, unknown>, actor = office) =>
    execute(definition, db.dataSource, {
      actor,
      variables: { input },
      query:
        'mutation ($input: SaveNoteInput!) { saveNote(input: $input) { __typename ... on NoteSaved { note { id version text } } ... on Refusal { reason message field } } }',
    });
  const count = async (table: string): Promise<number> =>
    Number((await db.dataSource.query(`select count(*)::int as n from ${table}`))[0].n);

  beforeAll(async () => {
    db = await testDatabase(definition);
  });
  afterAll(() => db.drop());

  it('makes one row of a mutation that is sent twice, also at the same moment', async () => {
    const input = { clientMutationId: 'twice-0001', text: 'một' };
    const [a, b] = await Promise.all([save(input), save(input)]);
    expect(dataOf(a).saveNote.note.id).toBe(dataOf(b).saveNote.note.id);
    expect(dataOf(await save(input)).saveNote.note.id).toBe(dataOf(a).saveNote.note.id);
    expect(await count('note')).toBe(1);
    expect(await count('outbox')).toBe(1);
    expect(await count('audit_entry')).toBe(1);
  });

  it('refuses another input under the same idempotency key', async () => {
    expect(faultOf(await save({ clientMutationId: 'twice-0001', text: 'khác' }))).toBe('BAD_USER_INPUT');
  });

  it('changes nothing when the business refuses', async () => {
    const before = [await count('note'), await count('outbox'), await count('audit_entry'), await count('idempotency')];
    const answer = dataOf(await save({ clientMutationId: 'refused-01', text: 'refused' }));
    expect(answer.saveNote).toEqual({ __typename: 'Refusal', reason: 'BAD_WORD', message: 'Không ghi được từ này.', field: 'text' });
    expect([await count('note'), await count('outbox'), await count('audit_entry'), await count('idempotency')]).toEqual(before);
  });

  it('lets one of two changes of the same version win', async () => {
    const { id } = dataOf(await save({ clientMutationId: 'version-01', text: 'gốc' })).saveNote.note;
    const answers = await Promise.all(
      ['version-02', 'version-03'].map((key) => save({ clientMutationId: key, id, version: 1, text: key })),
    );
    expect(answers.map((a) => faultOf(a)).toSorted()).toEqual(['CONFLICT', null]);
    const [row] = await db.dataSource.query('select version from note where id = $1', [id]);
    expect(row.version).toBe(2);
  });

  it('R-061 a version that was guessed ahead never changes a row judged in its earlier state', async () => {
    const { id } = dataOf(await save({ clientMutationId: 'ahead-0001', text: 'gốc' })).saveNote.note;
    const answers = await Promise.all(
      [1, 2, 3].map((version) => save({ clientMutationId: `ahead-${version}-act`, id, version, text: 'mới' })),
    );
    const won = answers.filter((answer) => faultOf(answer) === null).length;
    const [row] = await db.dataSource.query('select version from note where id = $1', [id]);
    expect(row.version).toBe(1 + won);
    expect(faultOf(await save({ clientMutationId: 'ahead-0009', id, version: row.version + 1, text: 'x' }))).toBe('CONFLICT');
  });

  it('denies a mutation on another department’s object, an undeclared role and the public', async () => {
    const stranger = actorOf('DEPARTMENT_OFFICE', { scopeId: newId() });
    expect(faultOf(await save({ clientMutationId: 'denied-001', text: 'x' }, stranger))).toBe('FORBIDDEN');
    expect(faultOf(await save({ clientMutationId: 'denied-002', text: 'x' }, actorOf('STAFF', { scopeId: 'x' })))).toBe('FORBIDDEN');
    expect(faultOf(await save({ clientMutationId: 'denied-003', text: 'x' }, publicActor))).toBe('UNAUTHENTICATED');
  });

  it('masks what the database says', async () => {
    const answer = await save({ clientMutationId: 'masked-001', text: 'broken' });
    expect(answer.errors[0]).toMatchObject({ message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL' } });
    expect(JSON.stringify(answer.errors)).not.toContain('secret_column');
  });

  it('PF-09 names the field of an id or text that cannot be, and changes nothing', async () => {
    const before = await count('idempotency');
    const bad = await save({ clientMutationId: 'wrong-0001', id: 'not-a-uuid', version: 1, text: 'x' });
    expect(bad.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'id' });
    const nul = await save({ clientMutationId: 'wrong-0002', text: 'a\0b' });
    expect(nul.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'text' });
    expect(await count('idempotency')).toBe(before);
  });

  it.each([['not-a-uuid'], ['a\0b'], ['x', 'y'], []])(
    'PF-07 refuses a cursor of another list by the name of its argument: %j',
    async (...parts) => {
      const after = Buffer.from(JSON.stringify(parts)).toString('base64url');
      const answer = await execute(definition, db.dataSource, {
        actor: office,
        variables: { after },
        query: 'query ($after: String) { notePages(first: 1, after: $after) { totalCount } }',
      });
      expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
    },
  );

  it('declares the access of every root field in its SDL', () => {
    expect(rootFieldAccess(emitSdl(definition))).toEqual([
      { field: 'Mutation.saveNote', access: 'allow/plan/import' },
      { field: 'Query.notePages', access: 'allow/plan/read' },
      { field: 'Query.notes', access: 'allow/plan/read' },
    ]);
  });

  it('delivers every event once, in commit order, also when two consumers run', async () => {
    const runtime = { name: 'campaigns', dataSource: db.dataSource, clock: { now: () => new Date() }, peers: noopPeers };
    const consumers = [
      ...createConsumers(definition, runtime, createLog('t', 'silent')),
      ...createConsumers(definition, runtime, createLog('t', 'silent')),
    ];
    await Promise.all(consumers.map((c) => c.step()));
    await Promise.all(Array.from({ length: 5 }, (_, i) => save({ clientMutationId: `feed-${i}-0000`, text: `${i}` })));
    await feedSettled(db.dataSource);
    for (let i = 0; i < 4; i += 1) await Promise.all(consumers.map((c) => c.step()));
    expect(await count('seen')).toBe(await count('outbox'));
    const page = await readFeed(db.dataSource, { after: null });
    expect(page.caughtUp).toBe(true);
    expect(new Set(page.events.map((e) => e.id)).size).toBe(page.events.length);
  });

  it('holds back events that a slower, older transaction could still precede', async () => {
    await feedSettled(db.dataSource);
    const slow = db.dataSource.createQueryRunner();
    await slow.startTransaction();
    await slow.query(`insert into outbox (id, name, at, payload) values ($1, 'campaigns.slow.v1', now(), '{}')`, [newId()]);
    const before = await readFeed(db.dataSource, { after: null, limit: 1000 });
    await save({ clientMutationId: 'fast-00001', text: 'fast' });
    expect((await readFeed(db.dataSource, { after: before.cursor })).events).toEqual([]);
    await slow.commitTransaction();
    await slow.release();
    await feedSettled(db.dataSource);
    expect((await readFeed(db.dataSource, { after: before.cursor })).events.map((e) => e.name)).toEqual([
      'campaigns.slow.v1',
      'campaigns.note.saved.v1',
    ]);
  });
});
