import type { OrganisationAwardFacts, OrganisationStaffFacts, OrganisationStudyFacts } from '@thidua/contracts';
import { FactsScalar } from '@thidua/server';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Entities of other subgraphs, by key. A body also carries the fact lists that targets ask for (`@requires`). */
@Directive('@key(fields: "id")')
@ObjectType('Organisation')
export class OrganisationRef {
  @Field(() => ID) id: string;
  @Directive('@external') @Field(() => FactsScalar, { nullable: true }) staffFacts?: OrganisationStaffFacts | null;
  @Directive('@external') @Field(() => FactsScalar, { nullable: true }) studyFacts?: OrganisationStudyFacts | null;
  @Directive('@external') @Field(() => FactsScalar, { nullable: true }) awardFacts?: OrganisationAwardFacts | null;
}

@Directive('@key(fields: "id")')
@ObjectType('Person')
export class PersonRef {
  @Field(() => ID) id: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Plan')
export class PlanRef {
  @Field(() => ID) id: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Bloc')
export class BlocRef {
  @Field(() => ID) id: string;
}

export const organisationRef = (id: string): OrganisationRef => Object.assign(new OrganisationRef(), { id });
export const personRef = (id: string): PersonRef => Object.assign(new PersonRef(), { id });
export const planRef = (id: string): PlanRef => Object.assign(new PlanRef(), { id });
export const blocRef = (id: string): BlocRef => Object.assign(new BlocRef(), { id });
