import { refusalUnion } from '@thidua/server';
import { Field, ObjectType } from 'type-graphql';
import { PlanEntity } from '../plan/plan.entity.js';
import { PlanImportEntity } from './plan-import.entity.js';

@ObjectType()
export class PlanImportPrepared {
  @Field(() => PlanImportEntity) planImport: PlanImportEntity;
}
@ObjectType()
export class PlanConfirmed {
  @Field(() => PlanEntity) plan: PlanEntity;
}

export const PreviewPlanImportResult = refusalUnion('PreviewPlanImportResult', PlanImportPrepared);
export const ConfirmPlanImportResult = refusalUnion('ConfirmPlanImportResult', PlanConfirmed);
