"""What the centre answers when it approves: study, exam, refund and rectification, each with yes."""

VERIFIED = {
    "study_verified": True,
    "exam_verified": True,
    "refund_verified": True,
    "rectification_verified": True,
}
