const vi = {
  title: 'Phong trào, đợt thi đua', lead: 'Từ Trung ương tới tỉnh, Sở và đơn vị. Mỗi phong trào kể rõ từng kế hoạch gọi nó thế nào.',
  search: 'Tìm phong trào', kind: 'Loại', anyKind: 'Mọi loại', scope: 'Phạm vi', own: 'Của Sở này', whole: 'Toàn hệ thống',
  caption: 'Danh sách phong trào, {level}', col: { name: 'Phong trào', kind: 'Loại', period: 'Thời gian', plans: 'Kế hoạch' },
  within: 'thuộc “{parent}”', initiator: 'do {who}',
  empty: 'Chưa có phong trào nào', emptyHint: 'Phong trào được đọc từ kế hoạch. Nhập một kế hoạch để bắt đầu.', emptySearch: 'Không có phong trào nào khớp', clear: 'Xóa bộ lọc', importPlan: 'Nhập kế hoạch',
  drawer: 'Phong trào', cascade: 'Từ trên xuống', children: 'Triển khai ở cấp dưới', here: 'phong trào này', assertions: 'Từng nguồn nói gì', assertionMeta: '{plan}, mục {section}', asserted: 'ghi là cấp {level}', noAssertions: 'Chưa có nguồn nào nhắc tới.',
  period: 'Thời gian', by: 'Phát động', noPeriod: 'không ghi',
};
const en: typeof vi = {
  title: 'Campaigns and drives', lead: 'From the centre to province, department and division. Each campaign shows how every plan names it.',
  search: 'Search campaigns', kind: 'Kind', anyKind: 'Any kind', scope: 'Scope', own: 'Of this department', whole: 'Everywhere',
  caption: 'List of campaigns, {level}', col: { name: 'Campaign', kind: 'Kind', period: 'Period', plans: 'Plans' },
  within: 'within “{parent}”', initiator: 'by {who}',
  empty: 'No campaigns yet', emptyHint: 'Campaigns are read from plans. Import a plan to start.', emptySearch: 'No campaign matches', clear: 'Clear filters', importPlan: 'Import a plan',
  drawer: 'Campaign', cascade: 'From the top down', children: 'Carried out below', here: 'this campaign', assertions: 'What each source says', assertionMeta: '{plan}, section {section}', asserted: 'stated as {level}', noAssertions: 'No source names it yet.',
  period: 'Period', by: 'Launched by', noPeriod: 'not stated',
};
export const campaignMessages = { vi, en };
