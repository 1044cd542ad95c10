import { text, type Text } from './assessment.types.js';

const LABELS: Record<string, Text> = {
  performance_rating: text('Kết quả xếp loại năm', 'Yearly rating'),
  collective_rating: text('Kết quả xếp loại tập thể', 'Rating of the collective'),
  consecutive_rating: text('Xếp loại nhiều năm liên tục', 'Rating over consecutive years'),
  consecutive_collective_rating: text('Xếp loại tập thể nhiều năm liên tục', 'Collective rating over consecutive years'),
  rating_count_within: text('Số năm đạt mức xếp loại', 'Years with the rating'),
  conduct_assessed: text('Tự lực, đoàn kết, tham gia phong trào', 'Self-reliance, solidarity, campaigns'),
  service_months_in_year: text('Thời gian công tác trong năm', 'Service in the year'),
  absence_working_days: text('Ngày nghỉ trong năm', 'Days away in the year'),
  no_pending_or_active_discipline: text('Không bị kỷ luật', 'No discipline'),
  no_petition_under_verification: text('Không có đơn thư đang xác minh', 'No petition under verification'),
  initiative_recognised: text('Sáng kiến được công nhận', 'Recognised initiative'),
  science_work_accepted: text('Đề tài, đề án, công trình được nghiệm thu', 'Accepted research work'),
  combat_ingenuity: text('Mưu trí, sáng tạo trong chiến đấu', 'Ingenuity in combat'),
  recipient_group: text('Đối tượng', 'Group of recipients'),
  meets_criteria_of: text('Đạt tiêu chuẩn danh hiệu cùng năm', 'Meets the criteria of the title in the same year'),
  title_held: text('Đạt tiêu chuẩn danh hiệu cùng năm', 'Meets the criteria of the title in the same year'),
  award_held: text('Đã được khen thưởng trước đó', 'Earlier award'),
  consecutive_title: text('Danh hiệu nhiều năm liên tục', 'Title over consecutive years'),
  title_count_within: text('Số lần đạt danh hiệu', 'Times the title was held'),
  active_in_campaigns: text('Tích cực tham gia phong trào', 'Active in campaigns'),
  member_title_percent: text('Tỷ lệ thành viên đạt danh hiệu', 'Share of members with the title'),
  member_rating_percent: text('Tỷ lệ thành viên theo xếp loại', 'Share of members by rating'),
  member_title_count: text('Số thành viên đạt danh hiệu', 'Members with the title'),
  internal_unity_and_compliance: text('Nội bộ đoàn kết, chấp hành tốt', 'Unity and compliance'),
  criteria_set_by: text('Tiêu chuẩn do địa phương quy định', 'Criteria set locally'),
  selected_as_most_outstanding: text('Tiêu biểu nhất', 'Most outstanding'),
  any: text('Một trong các căn cứ', 'One of the grounds'),
  variant: text('Theo trường hợp', 'By case'),
  manual: text('Do người có trách nhiệm xét', 'Judged by a person'),
  rule_set: text('Hiệu lực của bộ quy tắc', 'Status of the rule set'),
};

/** What a condition is called on the page; an unknown predicate keeps its own name so that nobody is misled. */
export function labelOf(predicate: string): Text {
  return LABELS[predicate] ?? text(`Điều kiện “${predicate}”`, `Condition “${predicate}”`);
}
