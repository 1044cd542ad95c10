import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What people report on a target, with evidence. The newest row counts. */
@Entity('reported_result')
export class ReportedResultEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'target_id' }) targetId: string;
  @Column({ type: 'int', nullable: true }) done: number | null;
  @Column({ type: 'int', nullable: true }) given: number | null;
  @Column({ type: 'boolean', nullable: true }) met: boolean | null;
  @Column({ type: 'text' }) evidence: string;
  @Column({ type: 'date', name: 'reported_on' }) reportedOn: string;
  @Column({ type: 'uuid', name: 'reported_by', nullable: true }) reportedBy: string | null;
}

/** Rank of a body in an index of a year. */
@Entity('index_rank')
export class IndexRankEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'subject_id' }) subjectId: string;
  @Column({ type: 'text' }) topic: string;
  @Column({ type: 'int' }) year: number;
  @Column({ type: 'int' }) rank: number;
  @Column({ type: 'text' }) source: string;
}

/** A recognition granted by others, with its decision. */
@Entity('recognition')
export class RecognitionEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'subject_id' }) subjectId: string;
  @Column({ type: 'text' }) topic: string;
  @Column({ type: 'int' }) year: number;
  @Column({ type: 'text', name: 'decision_number' }) decisionNumber: string;
  @Column({ type: 'date', name: 'decided_on' }) decidedOn: string;
  @Column({ type: 'text' }) authority: string;
}
