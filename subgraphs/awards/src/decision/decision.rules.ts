import { text, type Check, type Text } from '../eligibility/assessment.types.js';

/** The codes of the catalogue under which a department's director decides himself. */
const OWN = ['department_director'];

export function isOwnAuthority(authorities: readonly string[]): boolean {
  return authorities.some((code) => OWN.includes(code));
}

/** who decides instead, and what to do with the list. */
export function wrongAuthority(
  award: { name: string; nameEn: string },
  competent: { vi: string[]; en: string[] },
): { message: Text; remedy: Text } {
  return {
    message: text(
      `“${award.name}” không thuộc thẩm quyền Giám đốc Sở: thẩm quyền ${competent.vi.join(' hoặc ')}.`,
      `“${award.nameEn}” is not decided by a department director: the competent authority is ${competent.en.join(' or ')}.`,
    ),
    remedy: text('Lập tờ trình lên cấp có thẩm quyền.', 'Prepare a submission to the competent authority.'),
  };
}

/** An initiative or work is used up by a title only when it was the ground that counted (L-15). */
export function usedInitiatives(checks: readonly Check[]): string[] {
  return checks.flatMap((check) => {
    if (check.predicate !== 'any') return [];
    const ground = check.alternatives.find((branch) => branch.verdict === 'PASS');
    const counts = ground && ['initiative_recognised', 'science_work_accepted'].includes(ground.predicate);
    return counts ? ground.evidence.filter((item) => item.kind === 'INITIATIVE').map((item) => item.id) : [];
  });
}

export interface DecisionLineText {
  name: string;
  unitName: string | null;
  nomineeType: string;
}

export interface DecisionWords {
  departmentName: string;
  awardName: string;
  kind: 'TITLE' | 'FORM';
  year: number;
  citation: string;
  decree: string;
  councilHeld: string | null;
  lines: DecisionLineText[];
}

export function decisionTitle(words: Pick<DecisionWords, 'kind' | 'awardName' | 'year'>): string {
  const verb = words.kind === 'TITLE' ? 'công nhận danh hiệu' : 'tặng';
  return `Quyết định về việc ${verb} “${words.awardName}” năm ${words.year}`;
}

function counted(lines: readonly DecisionLineText[]): string {
  const people = lines.filter((line) => line.nomineeType === 'Person').length;
  const collectives = lines.length - people;
  return [people > 0 ? `${people} cá nhân` : '', collectives > 0 ? `${collectives} tập thể` : ''].filter(Boolean).join(' và ');
}

const nameOf = (line: DecisionLineText): string =>
  line.unitName && line.nomineeType === 'Person' ? `${line.name} (${line.unitName})` : line.name;

/**
 * The text of a decision of award in the usual order (documents §3): grounds, Điều 1 with the names when there are at most
 * three, else the list, Điều 2 money, Điều 3 who carries it out. Number and date are filled in by signing.
 */
export function decisionText(words: DecisionWords): string {
  const verb = words.kind === 'TITLE' ? 'Công nhận danh hiệu' : 'Tặng';
  const short = words.lines.length <= 3;
  const grant = short ? `: ${words.lines.map(nameOf).join('; ')}` : ' (có danh sách kèm theo)';
  const list = short ? [] : ['', 'DANH SÁCH KÈM THEO', ...words.lines.map((line, index) => `${index + 1}. ${nameOf(line)}`)];
  return [
    `Căn cứ ${words.citation};`,
    `Căn cứ ${words.decree};`,
    words.councilHeld
      ? `Căn cứ Biên bản họp Hội đồng Thi đua - Khen thưởng ${words.departmentName} ngày ${words.councilHeld};`
      : `Theo kết quả xét của Hội đồng Thi đua - Khen thưởng ${words.departmentName};`,
    'Theo đề nghị của thường trực Hội đồng Thi đua - Khen thưởng,',
    '',
    'QUYẾT ĐỊNH:',
    '',
    `Điều 1. ${verb} “${words.awardName}” năm ${words.year} cho ${counted(words.lines)}${grant}. Đã có thành tích xuất sắc trong phong trào thi đua năm ${words.year}.`,
    'Điều 2. Mức tiền thưởng và nguồn kinh phí thực hiện theo quy định hiện hành.',
    `Điều 3. Văn phòng ${words.departmentName}, các phòng, đơn vị và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.`,
    ...list,
    '',
    'Nơi nhận:',
    '- Như Điều 3;',
    '- Lưu: VT.',
  ].join('\n');
}

/** Who signs and how it is printed: the director, or a deputy "KT." when a delegation gives him the director's act. */
export function signingCapacity(roles: readonly { role: string; departmentId: string | null }[], departmentId: string): string {
  const deputy = roles.some((role) => role.role === 'DEPUTY_DIRECTOR' && role.departmentId === departmentId);
  return deputy ? 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC' : 'GIÁM ĐỐC';
}
