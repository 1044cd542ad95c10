import { Column, Entity, PrimaryColumn } from 'typeorm';

export type PetitionKind = 'DENUNCIATION' | 'COMPLAINT' | 'REFLECTION' | 'PROPOSAL';

/** A petition about a person or a body. The sender stands in `petition_sender`, which no entity reads. */
@Entity('petition')
export class PetitionEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) kind: PetitionKind;
  @Column({ type: 'text' }) state: 'RECEIVED' | 'VERIFYING' | 'SETTLED' | 'DISMISSED';
  @Column({ type: 'date', name: 'received_on' }) receivedOn: string;
  @Column({ type: 'text', name: 'subject_type' }) subjectType: 'Person' | 'Organisation';
  @Column({ type: 'uuid', name: 'subject_id' }) subjectId: string;
  @Column({ type: 'uuid', name: 'department_id', nullable: true }) departmentId: string | null;
}
