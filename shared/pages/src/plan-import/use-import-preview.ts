import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import { useAct, useGraphQuery, type Act, type GraphQuery } from '@thidua/web';
import type { ConfirmPlanImportInput, ConfirmPlanImportMutation, PlanImportQuery } from '../generated/graphql.js';
import type { PlanReading } from '../plans/plan-reading.js';
import { missingFor, readingOfImport, type Decisions, type PlanImportNode } from './import-reading.js';
import { CONFIRM_PLAN_IMPORT, PLAN_IMPORT } from './plan-import.operations.js';

export interface ImportPreview {
  readonly query: GraphQuery<PlanImportQuery>;
  readonly node: ComputedRef<PlanImportNode | null>;
  readonly reading: ComputedRef<PlanReading | null>;
  readonly decisions: Ref<Decisions>;
  /** Issuer recognised in the document, or chosen by hand. */
  readonly issuerId: ComputedRef<string | null>;
  readonly missing: ComputedRef<{ decisions: number; issuer: boolean; duplicate: boolean; accepted: boolean } | null>;
  readonly confirming: Act<ConfirmPlanImportInput, ConfirmPlanImportMutation['confirmPlanImport']>;
  decide(id: string, decision: 'MERGE' | 'SEPARATE' | null): void;
  chooseIssuer(id: string): void;
  /** Title of the plan kept, with its id; null when refused. */
  confirm(): Promise<{ id: string; title: string } | null>;
}

export function useImportPreview(id: () => string): ImportPreview {
  const query = useGraphQuery(PLAN_IMPORT, () => ({ id: id() }));
  const node = computed(() => query.data.value?.planImport ?? null);
  const decisions = ref<Decisions>({});
  const chosenIssuer = ref<string | null>(null);
  const issuerId = computed(() => node.value?.issuer?.id ?? chosenIssuer.value);
  const confirming = useAct(CONFIRM_PLAN_IMPORT, (data) => data.confirmPlanImport);

  watch(
    node,
    (now) => {
      const stored = (now?.merges ?? []).flatMap((merge) =>
        merge.decision === 'MERGE' || merge.decision === 'SEPARATE' ? [[merge.id, merge.decision] as const] : [],
      );
      decisions.value = { ...Object.fromEntries(stored), ...decisions.value };
    },
    { immediate: true },
  );

  function decide(mergeId: string, decision: 'MERGE' | 'SEPARATE' | null): void {
    const { [mergeId]: _dropped, ...rest } = decisions.value;
    decisions.value = decision ? { ...rest, [mergeId]: decision } : rest;
  }
  async function confirm(): Promise<{ id: string; title: string } | null> {
    if (!node.value) return null;
    const saved = await confirming.run({
      importId: node.value.id,
      version: node.value.version,
      issuerId: issuerId.value,
      decisions: Object.entries(decisions.value).map(([mergeId, decision]) => ({ id: mergeId, decision })),
    });
    return saved?.plan ?? null;
  }
  return {
    query,
    node,
    decisions,
    issuerId,
    confirming,
    decide,
    confirm,
    reading: computed(() => (node.value ? readingOfImport(node.value) : null)),
    missing: computed(() => (node.value ? missingFor(node.value, decisions.value, issuerId.value) : null)),
    chooseIssuer: (issuer) => {
      chosenIssuer.value = issuer;
    },
  };
}
