import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A dated row of local regulation: threshold, quorum, quota, rounding. Shape and reading: regulation.rules.ts. */
@Entity('local_regulation')
export class LocalRegulationEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) key: string;
  @Column({ type: 'text', name: 'award_code', nullable: true }) awardCode: string | null;
  @Column({ type: 'uuid', name: 'department_id', nullable: true }) departmentId: string | null;
  @Column({ type: 'text' }) value: string;
  @Column({ type: 'text', name: 'base_code', nullable: true }) baseCode: string | null;
  @Column({ type: 'date', name: 'valid_from' }) validFrom: string;
  @Column({ type: 'date', name: 'valid_to', nullable: true }) validTo: string | null;
  @Column({ type: 'text' }) source: string;
  @Column({ type: 'text' }) confidence: string;
}
