import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType()
export class PreviewPlanImportInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID, { nullable: true, description: 'Tệp đã tải lên; hoặc text.' }) fileId?: string;
  @Field(() => String, { nullable: true, description: 'Nguyên văn kế hoạch; hoặc fileId.' }) text?: string;
  @Field(() => String, { nullable: true }) @MaxLength(255) fileName?: string;
  @Field(() => ID, { nullable: true, description: 'Cơ quan ban hành, khi biết.' }) issuerId?: string;
}

@InputType()
export class MergeDecisionInput {
  @Field(() => String) id: string;
  @Field(() => String, { description: 'MERGE | SEPARATE' }) decision: string;
}

@InputType()
export class ConfirmPlanImportInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) importId: string;
  @Field(() => Int) version: number;
  @Field(() => ID, { nullable: true }) issuerId?: string;
  @Field(() => [MergeDecisionInput]) decisions: MergeDecisionInput[];
}
