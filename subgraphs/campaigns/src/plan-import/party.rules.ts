/** Who an order speaks to: the leading noun phrase up to the verb. */
export interface Party {
  readonly name: string;
  readonly capacity?: string;
  readonly jointWith?: string;
}

const HEADS =
  'Khối|Cụm|Lãnh đạo|Trưởng|Trường|Thủ trưởng|Giám đốc|Phó Giám đốc|Chánh|Văn phòng|Phòng|Ban|Hội đồng|Trung tâm|Chi cục|Cục|Thanh tra|Công đoàn|BCH|Đoàn|Chi đoàn|Chính quyền|Đảng ủy|Đảng bộ|Chi bộ|Chi ủy|Cấp ủy|Bộ phận|Tổ(?! chức)|Thường trực|Cơ quan|Đơn vị|UBND|Ủy ban nhân dân|Báo|Đài|Sở|Hội|Tổ chức(?= (?:Đảng|đảng|đoàn|chính trị|công đoàn))|Cổng';
const GROUPS = 'phòng|đơn vị|cơ quan|tổ chức|khối|cụm|ban|trung tâm|chi cục|đoàn thể|sở|hội|trường|ông|đồng chí|thành viên';
const STAFF = 'công chức|cán bộ|viên chức|người lao động|cá nhân|tập thể|đảng viên|CCVC|CBCCVC';
const ORDERED = /^(?:Đề nghị|Giao|Yêu cầu|Phân công|Đối với)\s+(?:cho\s+)?/u;
const VERBS =
  'tổ chức(?! (?:Đảng|đảng|đoàn|chính trị|công đoàn))|trên cơ sở|tăng cường|tập trung|thường xuyên|thực hiện|triển khai|theo dõi|có (?:trách nhiệm|giải pháp|kế hoạch|nhiệm vụ)|làm đầu mối|là đầu mối|là cơ quan|xây dựng|chủ trì|chủ động|phối hợp|tham mưu|hướng dẫn|chịu trách nhiệm|căn cứ|quán triệt|phổ biến|đẩy mạnh|chỉ đạo|phát động|tiếp tục|đôn đốc|kiểm tra|tiến hành|định kỳ|kịp thời|báo cáo|gửi|lập|bố trí|cử|vận động|đăng ký|phát huy|nghiêm túc|tích cực|nêu cao|đảm bảo|bảo đảm|thẩm định|tổng hợp|cụ thể hóa|giúp|đề xuất|rà soát|nghiên cứu|thống nhất|tuyên truyền|lựa chọn|đưa tin|chấp hành|tự giác|hưởng ứng|gương mẫu|nộp|ban hành';
const NEXT_VERB = new RegExp(String.raw`(?:,?\s+|:\s*)(?=(?:${VERBS})(?:[\s,.;]|$))|:\s+|:$`, 'gu');

const ORGANISATION = new RegExp(String.raw`^(?:(?:Các|Mỗi|Từng)\s+(?:${GROUPS}|${HEADS})|(?:${HEADS}))(?=[\s,]|$)`, 'u');
const ANYBODY = new RegExp(
  String.raw`^(?:(?:Các|các|Mỗi|mỗi|Từng|Toàn thể)\s+(?:${GROUPS}|${HEADS}|${STAFF})|(?:${HEADS})|(?:tổ chức|phòng|đơn vị|${STAFF})(?= ))(?=[\s,]|$)`,
  'iu',
);

/** True for a heading that names somebody ("Văn phòng Sở", "Các phòng thuộc Sở"). */
export function isPartyName(text: string): boolean {
  return text.length <= 160 && ANYBODY.test(text);
}

/** A heading of the assignment part: "Trách nhiệm của Trưởng …", "Văn phòng Sở - Thường trực Hội đồng …". */
export function partyOfHeading(heading: string): Party | null {
  const bare = heading
    .replace(/^(?:Trách nhiệm của|Đối với|Giao|Nhiệm vụ của)\s+(?:các\s+(?=Các))?/iu, '')
    .replace(/[:.;]+$/u, '')
    .trim();
  if (!isPartyName(bare)) return null;
  const inner = /^(.*?)\s*(?:\s[-–]\s|\(\s*)((?:Cơ quan t|T)hường trực[^)]*)\)?$/u.exec(bare);
  return inner?.[1] && inner[2] ? { name: inner[1], capacity: inner[2] } : { name: bare };
}

/** The party a sentence begins with; null when it names nobody. `staff` also accepts groups of people. */
export function leadingParty(sentence: string, staff: boolean): Party | null {
  const lead = leadIn(sentence);
  const rest = sentence.slice(lead.length);
  if (!(staff || lead !== '' ? ANYBODY : ORGANISATION).test(rest)) return null;
  for (const match of rest.matchAll(NEXT_VERB)) {
    const behind = rest.slice(match.index + match[0].length);
    const joint = /^phối hợp\s+(?:với\s+)?(?=\p{Lu})/u.exec(behind);
    if (match.index === 0 || joint) continue;
    return describe(rest.slice(0, match.index));
  }
  return null;
}

/** "Căn cứ vào chức năng, nhiệm vụ được giao, các phòng …": the party follows one of the commas. */
function leadIn(sentence: string): string {
  if (!sentence.startsWith('Căn cứ ')) return ORDERED.exec(sentence)?.[0] ?? '';
  const commas = [...sentence.matchAll(/,\s+/gu)].map((match) => match.index + match[0].length);
  const at = commas.find((from) => ANYBODY.test(sentence.slice(from)));
  return at === undefined ? '' : sentence.slice(0, at);
}

function describe(phrase: string): Party | null {
  if (phrase.length > 200 || /[.;]/u.test(phrase)) return null;
  const joint = /\sphối hợp\s+(?:với\s+)?(\p{Lu}.*)$/u.exec(phrase)?.[1];
  const inner = /^(.*?)\s*\(((?:Cơ quan t|T)hường trực[^)]*)\)$/u.exec(phrase);
  return { name: (inner?.[1] ?? phrase).trim(), ...(inner?.[2] ? { capacity: inner[2] } : {}), ...(joint ? { jointWith: joint } : {}) };
}
