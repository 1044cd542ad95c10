import { Allow, CacheControl, connectArray, ConnectionArgs, type Page, PartialDate, type RequestContext } from '@thidua/server';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PlanConnection, PlanEntity } from '../plan/plan.entity.js';
import { OrganisationRef, organisationRef } from '../references/stubs.js';
import { CitationEntity } from './citation.entity.js';
import { LegalDocumentConnection, LegalDocumentEntity } from './legal-document.entity.js';
import { citationsOfDocument, documentLoader, plansCiting } from './legal-document.loader.js';
import { findDocument, listDocuments } from './legal-document.service.js';

@ArgsType()
export class DocumentListArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: 'Tìm trong số, tên, trích yếu; có dấu hoặc không dấu.' }) search?: string;
  @Field(() => Boolean, { nullable: true, description: 'Kể cả văn bản chỉ các quy tắc dựa vào.' }) includeRuleOnly?: boolean;
}

@Resolver(() => LegalDocumentEntity)
export class LegalDocumentResolver {
  @Query(() => LegalDocumentEntity, {
    nullable: true,
    description: 'Theo id, hoặc văn bản khớp nhất của một số hiệu: tỉnh mình và trung ương trước, mới nhất trước.',
  })
  @Allow('document:read')
  @CacheControl({ maxAge: 3_600, scope: 'PUBLIC' })
  legalDocument(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { nullable: true }) id?: string,
    @Arg('number', () => String, { nullable: true }) number?: string,
  ): Promise<LegalDocumentEntity | null> {
    return findDocument(ctx, { ...(id ? { id } : {}), ...(number ? { number } : {}) });
  }

  @Query(() => LegalDocumentConnection)
  @Allow('document:read')
  @CacheControl({ maxAge: 3_600, scope: 'PUBLIC' })
  legalDocuments(@Ctx() ctx: RequestContext, @Args(() => DocumentListArgs) args: DocumentListArgs): Promise<Page<LegalDocumentEntity>> {
    return listDocuments(ctx, args);
  }

  @FieldResolver(() => PartialDate, { nullable: true })
  date(@Root() document: LegalDocumentEntity): PartialDate | null {
    return document.year === null
      ? null
      : Object.assign(new PartialDate(), { year: document.year, month: document.month, day: document.day });
  }

  @FieldResolver(() => [OrganisationRef], {
    nullable: true,
    description: 'Các cơ quan ban hành như các nguồn in; nhiều khi các nguồn in khác nhau (A-10).',
  })
  async issuers(@Ctx() ctx: RequestContext, @Root() document: LegalDocumentEntity): Promise<OrganisationRef[]> {
    const citations = await citationsOfDocument(ctx).load(document.id);
    return [...new Set(citations.flatMap((row) => (row.issuerId ? [row.issuerId] : [])))].map(organisationRef);
  }

  @FieldResolver(() => PlanConnection, { description: 'Mọi kế hoạch dựa vào văn bản này, của mọi cơ quan (R-074).' })
  async citingPlans(
    @Ctx() ctx: RequestContext,
    @Root() document: LegalDocumentEntity,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Page<PlanEntity>> {
    return connectArray(await plansCiting(ctx).load(document.id), args, (plan) => plan.id);
  }

  @FieldResolver(() => [String], { description: 'Các cách in khác nhau trong các kế hoạch (R-070).' })
  async printings(@Ctx() ctx: RequestContext, @Root() document: LegalDocumentEntity): Promise<string[]> {
    return [...new Set((await citationsOfDocument(ctx).load(document.id)).map((row) => row.printed))];
  }
}

@Resolver(() => CitationEntity)
export class CitationResolver {
  @FieldResolver(() => LegalDocumentEntity)
  document(@Ctx() ctx: RequestContext, @Root() citation: CitationEntity): Promise<LegalDocumentEntity | null> {
    return documentLoader(ctx).load(citation.documentId);
  }
}
