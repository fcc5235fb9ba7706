"""The workbook: the strategy's lists as an Excel file that can be edited and sent back."""

from canvas.exports.workbook.build import build_workbook

__all__ = ["build_workbook"]
