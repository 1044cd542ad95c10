import { createUnionType, Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OrganisationRef, organisationRef, PersonRef, personRef } from './stubs.js';

export type NomineeType = 'Person' | 'Organisation' | 'Household' | 'ExternalPerson';

/** Nominees without a staff record, in thematic campaigns. */
@Entity('outside_nominee')
export class OutsideNomineeEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) kind: 'Household' | 'ExternalPerson';
  @Column({ type: 'text' }) name: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Hộ gia đình được đề nghị (R-254).' })
export class Household {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Người ngoài cơ quan được đề nghị (R-254).' })
export class ExternalPerson {
  @Field(() => ID) id: string;
  @Field(() => String) fullName: string;
}

export const Nominee = createUnionType({
  name: 'Nominee',
  types: () => [PersonRef, OrganisationRef, Household, ExternalPerson] as const,
});

/** The nominee of a row as the graph names it; the name is the one on the row. */
export function nomineeOf(row: { nomineeType: NomineeType; nomineeId: string; name: string }): typeof Nominee {
  switch (row.nomineeType) {
    case 'Person':
      return personRef(row.nomineeId);
    case 'Organisation':
      return organisationRef(row.nomineeId);
    case 'Household':
      return Object.assign(new Household(), { id: row.nomineeId, name: row.name });
    case 'ExternalPerson':
      return Object.assign(new ExternalPerson(), { id: row.nomineeId, fullName: row.name });
  }
}
