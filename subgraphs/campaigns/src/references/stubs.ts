import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Entities of other subgraphs, by key. */
@Directive('@key(fields: "id")')
@ObjectType('Organisation')
export class OrganisationRef {
  @Field(() => ID) id: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Person')
export class PersonRef {
  @Field(() => ID) id: string;
}

export const organisationRef = (id: string): OrganisationRef => Object.assign(new OrganisationRef(), { id });
export const personRef = (id: string): PersonRef => Object.assign(new PersonRef(), { id });
export const organisationRefOrNull = (id: string | null): OrganisationRef | null => (id ? organisationRef(id) : null);
