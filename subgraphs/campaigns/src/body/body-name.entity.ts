import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Names under which documents print a body, and which body they meant. Organisations owns the bodies; this is what the
 * importer has learned about printed names, here and at every confirmation.
 */
@Entity('body_name')
export class BodyNameEntity {
  @PrimaryColumn({ type: 'text', name: 'name_key' }) nameKey: string;
  /** Province of the body, '' for central ones. */
  @PrimaryColumn({ type: 'text', name: 'place_key' }) placeKey: string;
  @Column({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @Column({ type: 'uuid', name: 'department_id', nullable: true }) departmentId: string | null;
  @Column({ type: 'boolean', name: 'is_guest' }) isGuest: boolean;
}
