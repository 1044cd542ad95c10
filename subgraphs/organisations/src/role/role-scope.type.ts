import { Field, ID, InterfaceType } from 'type-graphql';

/** What a role is held in: a body, a council or a bloc. */
@InterfaceType({ description: 'Phạm vi của một vai trò: tổ chức, hội đồng hoặc khối.' })
export abstract class RoleScope {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
}
