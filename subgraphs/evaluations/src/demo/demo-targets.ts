import type { ExtractedTarget } from '@thidua/contracts';

type Words = Partial<ExtractedTarget> & Pick<ExtractedTarget, 'key' | 'text' | 'section' | 'kind' | 'comparator' | 'measure'>;

const STAFF = 'công chức, viên chức, người lao động';

const target = (words: Words): ExtractedTarget => ({
  value: null, unit: null, subject: 'Sở Nội vụ', of: null, orHigher: false, awardTitle: null, collectiveOrIndividual: 'collective', note: null, ...words,
});

/** Section II.2 of the plan of Sở Nội vụ for 2025: the thirteen targets, in the order of the plan. */
export const SNV_2025_TARGETS: readonly ExtractedTarget[] = [
  target({ key: 'T1', section: 'II.2·1', kind: 'QUALITATIVE', comparator: 'GTE', collectiveOrIndividual: 'both', measure: 'nhiệm vụ theo chương trình, kế hoạch công tác', text: 'Hoàn thành và hoàn thành vượt mức các nhiệm vụ theo chương trình, kế hoạch công tác đảm bảo hiệu quả, chất lượng năm 2025' }),
  target({ key: 'T2', section: 'II.2·2', kind: 'QUANTITATIVE', comparator: 'GT', value: '98', unit: '%', subject: STAFF, of: `${STAFF} trong cơ quan`, collectiveOrIndividual: 'individual', measure: 'được nghiên cứu, học tập, quán triệt các Chỉ thị, Nghị quyết của Đảng, chính sách pháp luật của Nhà nước', text: `Trên 98% ${STAFF} trong cơ quan được nghiên cứu, học tập, quán triệt các Chỉ thị, Nghị quyết của Đảng, chính sách pháp luật của Nhà nước` }),
  target({ key: 'T3a', section: 'II.2·3', kind: 'QUANTITATIVE', comparator: 'EQ', value: '100', unit: '%', subject: 'cơ quan, đơn vị thuộc và trực thuộc Sở', of: 'cơ quan, đơn vị thuộc và trực thuộc Sở', awardTitle: 'Tập thể Lao động tiên tiến', orHigher: true, measure: 'đạt danh hiệu', text: '100% cơ quan, đơn vị thuộc và trực thuộc Sở đạt danh hiệu "Tập thể Lao động tiên tiến" trở lên' }),
  target({ key: 'T3b', section: 'II.2·3', kind: 'QUANTITATIVE', comparator: 'GTE', value: '2', unit: 'tập thể', subject: 'tập thể', of: 'T3a', awardTitle: 'Tập thể Lao động xuất sắc', measure: 'đạt danh hiệu', text: 'trong đó 02 tập thể đạt danh hiệu "Tập thể Lao động xuất sắc"' }),
  target({ key: 'T4a', section: 'II.2·4', kind: 'QUANTITATIVE', comparator: 'GTE', value: '80', unit: '%', subject: STAFF, of: STAFF, awardTitle: 'Lao động tiên tiến', collectiveOrIndividual: 'individual', measure: 'đạt danh hiệu', text: `80% ${STAFF} đạt danh hiệu "Lao động tiên tiến"` }),
  target({ key: 'T4b', section: 'II.2·4', kind: 'QUANTITATIVE', comparator: 'GTE', value: '20', unit: '%', subject: STAFF, of: 'T4a', awardTitle: 'Chiến sĩ thi đua cơ sở', collectiveOrIndividual: 'individual', measure: 'đạt danh hiệu', text: 'trong đó 20% đạt danh hiệu "Chiến sĩ thi đua cơ sở"' }),
  target({ key: 'T5', section: 'II.2·5', kind: 'ORDINAL', comparator: 'GTE', value: 'hoàn thành tốt nhiệm vụ', unit: 'xếp loại', orHigher: true, measure: 'đánh giá, xếp loại', text: 'Sở Nội vụ được đánh giá, xếp loại hoàn thành tốt nhiệm vụ trở lên' }),
  target({ key: 'T6a', section: 'II.2·6', kind: 'ORDINAL', comparator: 'NO_WORSE_THAN_PREVIOUS', unit: 'hạng', measure: 'xếp hạng chỉ số Cải cách hành chính', text: 'Giữ vững xếp hạng chỉ số Cải cách hành chính và chuyển đổi số' }),
  target({ key: 'T6b', section: 'II.2·6', kind: 'ORDINAL', comparator: 'NO_WORSE_THAN_PREVIOUS', unit: 'hạng', measure: 'xếp hạng chỉ số chuyển đổi số', text: 'Giữ vững xếp hạng chỉ số Cải cách hành chính và chuyển đổi số' }),
  target({ key: 'T7', section: 'II.2·7', kind: 'ORDINAL', comparator: 'GTE', value: 'hoàn thành tốt nhiệm vụ', unit: 'xếp loại', subject: 'Đảng bộ và các tổ chức đoàn thể của Sở', orHigher: true, measure: 'đánh giá, xếp loại', text: 'Đảng bộ và các tổ chức đoàn thể của Sở được đánh giá, xếp loại hoàn thành tốt nhiệm vụ trở lên' }),
  target({ key: 'T8a', section: 'II.2·8', kind: 'RECOGNITION', comparator: 'EQ', value: 'true', unit: 'công nhận', awardTitle: 'an toàn về an ninh, trật tự', measure: 'đạt chuẩn', text: 'Sở Nội vụ đạt chuẩn an toàn về an ninh, trật tự' }),
  target({ key: 'T8b', section: 'II.2·8', kind: 'QUALITATIVE', comparator: 'EQ', measure: 'thực hiện tốt phong trào', text: 'thực hiện tốt phong trào toàn dân bảo vệ An ninh Tổ quốc năm 2025' }),
  target({ key: 'T8c', section: 'II.2·8', kind: 'RECOGNITION', comparator: 'EQ', value: 'true', unit: 'công nhận', awardTitle: 'Đơn vị học tập tốt', measure: 'xếp loại', text: 'được xếp loại Đơn vị học tập tốt năm 2025' }),
];
