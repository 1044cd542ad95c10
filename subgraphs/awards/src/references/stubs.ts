import type { OrganisationEvaluationFacts, OrganisationStaffFacts, PersonEvaluationFacts, PersonPostingFacts } from '@thidua/contracts';
import { FactsScalar } from '@thidua/server';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Entities of other subgraphs, by key, with the fact lists that this subgraph asks for (`@requires`). */
@Directive('@key(fields: "id")')
@ObjectType('Person')
export class PersonRef {
  @Field(() => ID) id: string;
  @Directive('@external') @Field(() => FactsScalar, { nullable: true }) postingFacts: PersonPostingFacts | null;
  @Directive('@external') @Field(() => FactsScalar, { nullable: true }) evaluationFacts: PersonEvaluationFacts | null;
}

@Directive('@key(fields: "id")')
@ObjectType('Organisation')
export class OrganisationRef {
  @Field(() => ID) id: string;
  @Directive('@external') @Field(() => FactsScalar, { nullable: true }) staffFacts: OrganisationStaffFacts | null;
  @Directive('@external') @Field(() => FactsScalar, { nullable: true }) evaluationFacts: OrganisationEvaluationFacts | null;
  @Directive('@external') @Field(() => OrganisationRef, { nullable: true }) department: OrganisationRef | null;
}

@Directive('@key(fields: "id")')
@ObjectType('Council')
export class CouncilRef {
  @Field(() => ID) id: string;
}

export function personRef(id: string): PersonRef {
  return Object.assign(new PersonRef(), { id });
}

export function organisationRef(id: string): OrganisationRef {
  return Object.assign(new OrganisationRef(), { id });
}

export function councilRef(id: string): CouncilRef {
  return Object.assign(new CouncilRef(), { id });
}
