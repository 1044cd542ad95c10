import { registerEnumType } from 'type-graphql';

const words = <W extends string>(...list: W[]): { readonly [K in W]: K } =>
  Object.fromEntries(list.map((word) => [word, word])) as { readonly [K in W]: K };

export const Comparator = words('GT', 'GTE', 'EQ', 'LT', 'LTE', 'NO_WORSE_THAN_PREVIOUS', 'INCREASE', 'QUALITATIVE');
export type Comparator = keyof typeof Comparator;
export const TargetStatus = words('MET', 'NOT_MET', 'AT_RISK', 'NO_DATA');
export type TargetStatus = keyof typeof TargetStatus;
export const NumeratorList = words('COUNTED', 'NOT_COUNTED', 'OUT_OF_SCOPE');
export type NumeratorList = keyof typeof NumeratorList;
export const RatingGrade = words('EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED');
export type RatingGrade = keyof typeof RatingGrade;

/** Words of the graph's String field `kind`, not an enum there. */
export type TargetKind = 'QUANTITATIVE' | 'ORDINAL' | 'RECOGNITION' | 'BY_REFERENCE' | 'QUALITATIVE';

registerEnumType(Comparator, {
  name: 'Comparator',
  description:
    'GT = "trên": lớn hơn hẳn. GTE = mức sàn. EQ = đúng bằng. LT = "dưới": nhỏ hơn hẳn. LTE = mức trần. NO_WORSE_THAN_PREVIOUS = giữ vững.',
});
registerEnumType(TargetStatus, {
  name: 'TargetStatus',
  description:
    'NOT_MET = dưới mức cần (“Chưa đạt” trước ngày chốt, “Không đạt” sau); AT_RISK = dưới mức cần khi chưa tới kỳ cảnh báo. NO_DATA không bao giờ là 0.',
});
registerEnumType(NumeratorList, { name: 'NumeratorList', description: 'Được tính, không tính, ngoài phạm vi.' });
registerEnumType(RatingGrade, { name: 'RatingGrade', description: 'Mức xếp loại hằng năm.' });
