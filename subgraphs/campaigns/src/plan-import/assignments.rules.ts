import { embeddedOrders } from './embedded-orders.rules.js';
import { leadingParty, partyOfHeading } from './party.rules.js';
import type { Party } from './party.rules.js';
import { sentences, splitOutside } from './quotes.rules.js';
import type { Paragraph, Section, SectionTree } from './sections.rules.js';
import { isAssignmentHeading, sectionRole } from './targets.rules.js';

export interface PlanAssignment {
  readonly assignee: string;
  readonly kind: 'explicit' | 'embedded';
  readonly section: string;
  readonly duties: readonly string[];
  /** One list per duty: the duty cut at its semicolons. */
  readonly clauses: readonly (readonly string[])[];
  readonly capacity?: string;
  readonly jointWith?: string;
}

export interface Order {
  readonly party: Party;
  readonly section: string;
  readonly duty: string;
}

/** Every order of the plan: those of the assignment part, then those hidden elsewhere. */
export function readAssignments(tree: SectionTree): PlanAssignment[] {
  const explicit = tree.sections.filter(isAssignmentRoot).flatMap(ordersOfPart);
  const embedded = embeddedOrders(tree.paragraphs.filter((p) => sectionRole(p.section) !== 'assignments'));
  return [...gather(explicit, 'explicit'), ...gather(embedded, 'embedded')];
}

function isAssignmentRoot(section: Section): boolean {
  return isAssignmentHeading(section.heading ?? '') && !isAssignmentHeading(section.parent?.heading ?? '');
}

function ordersOfPart(section: Section): Order[] {
  const own = ordersOfParagraphs(section.paragraphs, null);
  return [...own, ...section.children.flatMap(ordersOfChild)];
}

function ordersOfChild(section: Section): Order[] {
  const party = partyOfHeading(section.heading ?? '');
  if (!party) return [...ordersOfParagraphs(section.paragraphs, null), ...section.children.flatMap(ordersOfChild)];
  return allParagraphs(section).map((paragraph) => ({ party, section: section.id, duty: paragraph.passage.plain }));
}

function allParagraphs(section: Section): Paragraph[] {
  return [...section.paragraphs, ...section.children.flatMap(allParagraphs)];
}

/** Runs of sentences addressed to one party; a paragraph that names nobody goes on with the party before it. */
function ordersOfParagraphs(paragraphs: readonly Paragraph[], first: Party | null): Order[] {
  const orders: Order[] = [];
  let party = first;
  for (const paragraph of paragraphs) {
    const section = paragraph.section?.id ?? paragraph.id;
    let run = '';
    for (const sentence of sentences(paragraph.passage.plain)) {
      const named = leadingParty(sentence.text, true);
      if (named && run !== '' && party) orders.push({ party, section, duty: endStop(run) });
      if (named) run = '';
      party = named ?? party;
      run = run === '' ? sentence.text : `${endStop(run)} ${sentence.text}`;
    }
    if (party && run !== '') orders.push({ party, section, duty: run });
  }
  return orders;
}

function endStop(text: string): string {
  return /[.;:!?]$/u.test(text) ? text : `${text}.`;
}

function gather(orders: readonly Order[], kind: PlanAssignment['kind']): PlanAssignment[] {
  const groups = new Map<string, Order[]>();
  for (const order of orders) {
    const key = `${kind === 'explicit' ? order.section : ''}|${order.party.name.toLowerCase()}`;
    groups.set(key, [...(groups.get(key) ?? []), order]);
  }
  return [...groups.values()].map((group) => toAssignment(group, kind));
}

function toAssignment(group: readonly Order[], kind: PlanAssignment['kind']): PlanAssignment {
  const party = group[0]?.party ?? { name: '' };
  const duties = group.map((order) => order.duty.replace(/\.\/\.$/u, '.').trim());
  return {
    assignee: party.name,
    kind,
    section: [...new Set(group.map((order) => order.section))].join(', '),
    duties,
    clauses: duties.map(clausesOf),
    ...(party.capacity ? { capacity: party.capacity } : {}),
    ...(party.jointWith ? { jointWith: party.jointWith } : {}),
  };
}

export function clausesOf(duty: string): string[] {
  return splitOutside(duty, /;/gu).map((piece) => piece.text);
}
