"""The unit workbook (.xlsx), as workbook.md describes it: read, written as template and as result."""
