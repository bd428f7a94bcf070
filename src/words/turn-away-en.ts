/** Words for citizens who are turned away at reception: what is missing, or why not. */
export const turnAwayEn = {
  turn: {
    supplement: 'Ask for papers',
    refuse: 'Refuse',
    supplementTitle: 'Request for more papers (form 02)',
    refuseTitle: 'Refusal to receive (form 03)',
    supplementHow:
      'Ask once, for everything (Decree 61/2018/NĐ-CP Article 17). Nothing is received and no day is promised; the form is kept, so that the citizen is not asked again.',
    refuseHow:
      'Give the reason of substance and what it rests on (Decree 61/2018/NĐ-CP Article 17). Nothing is received; the form is dropped and cannot be opened again.',
    paper: 'Papers to bring',
    original: 'Original',
    certified: 'Certified',
    copy: 'Photocopy',
    countOf: '{paper}: {kind}',
    there: 'is there',
    other: 'Another paper',
    reason: 'Reason',
    do: 'Print',
    again: 'Ask all the same, print',
    leave: 'Back to the form',
    beforeAsked: 'Papers were asked for on {day} (no. {number}, {official}): {papers}.',
    beforeRefused: 'Refused on {day} (no. {number}, {official}): {reason}',
    wantedLine: '{name} ({counts})',
    comeBack: 'Open the form of that day',
    doneTitle: 'Nothing received',
    asked: '{paper} no. {number} was made at {time}',
    kept: 'Nothing is received and no day is promised. The form is kept under “Half done”.',
    dropped: 'Nothing is received. The form was dropped.',
  },
} as const
