import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A task of any subgraph, waiting for a person or for whoever holds a role. */
@Entity('inbox_task')
export class InboxTaskEntity {
  /** `<source>:<taskId>` */
  @PrimaryColumn({ type: 'text' }) id: string;
  @Column({ type: 'bigint', insert: false, update: false }) seq: string;
  @Column({ type: 'text' }) source: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'jsonb' }) vars: Record<string, string | number>;
  @Column({ type: 'text' }) link: string;
  @Column({ type: 'date', name: 'due_date', nullable: true }) dueDate: string | null;
  /** `dueDate`, or the end of time: gives one order to tasks with and without a date. */
  @Column({ type: 'date', name: 'due_order' }) dueOrder: string;
  @Column({ type: 'text', name: 'assignee_person_id', nullable: true }) assigneePersonId: string | null;
  @Column({ type: 'text', name: 'assignee_role', nullable: true }) assigneeRole: string | null;
  @Column({ type: 'text', name: 'assignee_scope_id', nullable: true }) assigneeScopeId: string | null;
  @Column({ type: 'timestamptz', name: 'opened_at' }) openedAt: Date;
  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true }) closedAt: Date | null;
}

/** One change of any entity of the graph, in the order of ingestion; never updated, a withdrawal is a row of its own. */
@Entity('change_row')
export class ChangeRowEntity {
  @PrimaryColumn({ type: 'bigint' }) seq: string;
  @Column({ type: 'uuid', name: 'event_id' }) eventId: string;
  @Column({ type: 'text' }) source: string;
  @Column({ type: 'timestamptz' }) at: Date;
  @Column({ type: 'text', name: 'type_name' }) typeName: string;
  @Column({ type: 'text', name: 'entity_id' }) entityId: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text', name: 'visibility_kind' }) visibilityKind: string;
  @Column({ type: 'text', name: 'visibility_id', nullable: true }) visibilityId: string | null;
  @Column({ type: 'bigint', name: 'supersedes_seq', nullable: true }) supersedesSeq: string | null;
}
