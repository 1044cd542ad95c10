import type { StandInGraph } from './stand-in-graph.js';

const task = (id: string, title: string, dueDate: string | null, source: string) => ({
  id,
  kind: 'X',
  title,
  dueDate,
  link: id === '3' ? '/ballot/r1' : '/khcn/de-nghi',
  overdue: false,
  source,
});
const line = (id: string, nomineeName: string, unit: string, conflict = false, petitionNotice: string | null = null) => ({
  id,
  conflict,
  conflictReason: conflict ? 'đã khai quan hệ họ hàng' : null,
  nomination: { nomineeName, petitionNotice, unit: { name: unit } },
});

/** What the graph would answer to Nguyễn Thị Lan, one part of it dead: enough of everything the shell's own pages and the ceremonies draw. */
export function answerAsLan(graph: StandInGraph): void {
  graph.on('ShellViewer', () => ({
    data: {
      viewer: {
        person: { id: 'p1', fullName: 'Nguyễn Thị Lan' },
        permissions: ['organisation:read', 'plan:read', 'campaign:read', 'target:read', 'nomination:read', 'session:read', 'decision:read'],
        department: { id: 'd', code: 'SKHCN', name: 'Sở Khoa học và Công nghệ' },
        roles: [
          { role: 'STAFF', label: 'Công chức, viên chức, người lao động', scope: { id: 'p1', name: 'Lan' } },
          { role: 'DEPARTMENT_OFFICE', label: 'Chuyên viên Văn phòng Sở, thường trực Hội đồng', scope: { id: 'd', name: 'Sở KH&CN' } },
        ],
        inbox: { totalCount: 8 },
      },
    },
  }));
  graph.on('ShellInbox', () => ({
    data: {
      viewer: {
        inbox: {
          totalCount: 7,
          nodes: [
            task('1', 'Hoàn thành nhiệm vụ quá hạn · Ghi biện pháp khắc phục kết luận kiểm tra số 3', '2025-12-10', 'campaigns'),
            task('2', 'Xếp loại 2 người của Phòng Quản lý Công nghệ', '2025-12-12', 'evaluations'),
            task('3', 'Bỏ phiếu kín · Chiến sĩ thi đua cơ sở, Phiên họp xét khen thưởng cuối năm 2025', '2025-12-15', 'awards'),
            task('4', 'Bổ sung hồ sơ bị trả lại · Trần Văn Bình, Lao động tiên tiến', '2025-12-16', 'awards'),
            task('5', 'Ký kế hoạch “Phát động phong trào thi đua năm 2026”', '2025-12-26', 'campaigns'),
            task('6', 'Xem chỉ tiêu có nguy cơ không đạt · Khen người lao động trực tiếp', null, 'evaluations'),
            task('7', 'Thẩm định đề nghị Lao động tiên tiến · Võ Minh Tuấn', '2025-12-19', 'awards'),
          ],
          pageInfo: { hasNextPage: false, endCursor: null },
          behind: [{ source: 'evaluations', since: '2025-12-15T01:12:00Z' }],
        },
      },
    },
  }));
  graph.on('ShellStatistics', () => ({
    data: {
      awardStatistics: {
        rows: [
          ['Lao động tiên tiến', 'Advanced worker', 129, 0],
          ['Chiến sĩ thi đua cơ sở', 'Grass-roots emulation fighter', 25, 0],
          ['Tập thể Lao động xuất sắc', 'Excellent working collective', 0, 6],
          ['Giấy khen của Giám đốc Sở', 'Certificate of merit of the director', 12, 4],
        ].map(([name, nameEn, individuals, collectives], i) => ({
          awardType: { code: String(i), name, nameEn },
          individuals,
          collectives,
          households: 0,
        })),
      },
    },
  }));
  graph.on('ShellDossier', () => ({
    data: {
      person: {
        fullName: 'Nguyễn Thị Lan',
        jobTitle: 'Chuyên viên',
        unit: { name: 'Văn phòng Sở' },
        department: { name: 'Sở Khoa học và Công nghệ' },
        postings: [
          {
            id: '1',
            title: 'Chuyên viên',
            from: '2021-03-01',
            to: null,
            organisation: { name: 'Sở KH&CN' },
            unit: { name: 'Văn phòng Sở' },
          },
        ],
        ratings: [
          { id: 'r', year: 2024, grade: 'GOOD', decisionNumber: '112/QĐ-SKHCN', decidedOn: '2024-12-10' },
          { id: 'r2', year: 2023, grade: 'EXCELLENT', decisionNumber: null, decidedOn: null },
        ],
        initiatives: null,
        nominations: [
          {
            id: 'n',
            year: 2025,
            state: 'APPRAISING',
            statusWord: 'Chờ thẩm định',
            award: { name: 'Lao động tiên tiến', nameEn: 'Advanced worker' },
          },
        ],
        awards: {
          nodes: [
            {
              id: 'a',
              year: 2024,
              awardType: { name: 'Lao động tiên tiến', nameEn: 'x' },
              decision: { number: '118/QĐ-SKHCN', symbol: 'QĐ-SKHCN', date: '2024-12-20' },
            },
          ],
        },
      },
    },
    errors: [{ message: 'x', path: ['person', 'initiatives'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'evaluations' } }],
  }));
  graph.on('HostBallot', () => ({
    data: {
      votingRound: {
        id: 'r1',
        state: 'OPEN',
        viewerMayVote: true,
        viewerHasVoted: false,
        closesAt: null,
        award: { name: 'Chiến sĩ thi đua cơ sở', nameEn: 'Grass-roots emulation fighter' },
        threshold: { percent: '70', denominator: 'TOTAL' },
        session: { title: 'Phiên họp xét khen thưởng cuối năm 2025', council: { name: 'Hội đồng Thi đua - Khen thưởng Sở Nội vụ' } },
        lines: [
          line('l1', 'Dương Thị Cẩm Tú', 'Văn phòng Sở'),
          line('l2', 'Võ Minh Tuấn', 'Phòng Công chức, viên chức', true),
          line('l3', 'Tạ Thị Hồng Nhung', 'Thanh tra Sở', false, 'có đơn thư đang xác minh, nhận 20/11'),
          line('l4', 'Châu Văn Lợi', 'Phòng Cải cách hành chính'),
        ],
      },
    },
  }));
  graph.on('HostCastBallot', () => ({ data: { castBallot: { __typename: 'BallotCast', receipt: '7F3K-92QM', votedAt: '2025-12-15' } } }));
  graph.on('HostDecision', () => ({
    data: {
      decision: {
        id: 'd1',
        number: null,
        symbol: 'QĐ-SNV',
        date: null,
        state: 'DRAFT',
        version: 3,
        title: 'Về việc công nhận danh hiệu Chiến sĩ thi đua cơ sở năm 2025',
        text: 'GIÁM ĐỐC SỞ NỘI VỤ\nCăn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;\nXét đề nghị của Hội đồng Thi đua - Khen thưởng Sở,\nQUYẾT ĐỊNH:\nĐiều 1. Công nhận danh hiệu Chiến sĩ thi đua cơ sở năm 2025 cho các cá nhân có tên trong danh sách kèm theo.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.',
        signerCapacity: 'Giám đốc',
        signer: { fullName: 'Phạm Văn Huy' },
        organisation: { name: 'Sở Nội vụ' },
        lines: [
          { id: '1', nomineeName: 'Dương Thị Cẩm Tú', unit: { name: 'Văn phòng Sở' } },
          { id: '2', nomineeName: 'Châu Văn Lợi', unit: { name: 'Phòng Cải cách hành chính' } },
        ],
      },
    },
  }));
}
