/** How the reason of a request at reception begins: stage and law (Mẫu số 02). It goes on paper, so it is Vietnamese whatever the screen speaks. */
export const REASON_AT_FIRST = 'Khi tiếp nhận, hồ sơ chưa đủ thành phần theo quy định tại {law}.'

/** Words for citizens who are turned away at reception: what is missing, or why not. */
export const turnAwayVi = {
  turn: {
    supplement: 'Yêu cầu bổ sung',
    refuse: 'Từ chối',
    supplementTitle: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02)',
    refuseTitle: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ (Mẫu 03)',
    supplementHow:
      'Yêu cầu một lần, đủ mọi giấy tờ (Nghị định số 61/2018/NĐ-CP Điều 17). Chưa nhận hồ sơ, chưa hẹn trả; bản khai được giữ để công dân trở lại không phải khai lại.',
    refuseHow:
      'Nêu rõ lý do về nội dung, căn cứ vào đâu (Nghị định số 61/2018/NĐ-CP Điều 17). Không nhận hồ sơ; bản khai sẽ bỏ, không mở lại được.',
    paper: 'Giấy tờ cần bổ sung',
    original: 'Bản chính',
    certified: 'Bản chứng thực',
    copy: 'Bản photo',
    countOf: '{paper}: {kind}',
    there: 'đã có',
    other: 'Giấy tờ khác',
    reason: 'Lý do',
    do: 'In phiếu',
    again: 'Vẫn yêu cầu, in phiếu',
    leave: 'Về biểu mẫu',
    beforeAsked: 'Ngày {day} đã yêu cầu bổ sung (phiếu số {number}, {official}): {papers}.',
    beforeRefused: 'Ngày {day} đã từ chối tiếp nhận (phiếu số {number}, {official}): {reason}',
    wantedLine: '{name} ({counts})',
    comeBack: 'Mở lại bản khai hôm ấy',
    doneTitle: 'Chưa nhận hồ sơ',
    asked: 'Đã lập {paper} số {number} lúc {time}',
    kept: 'Chưa nhận hồ sơ, chưa hẹn trả. Bản khai được giữ trong “Đang làm dở”.',
    dropped: 'Không nhận hồ sơ. Bản khai đã bỏ.',
  },
} as const
