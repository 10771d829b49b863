package report

// SetSheetRows lowers the number of rows of a sheet of xlsx, and gives the function that restores it.
func SetSheetRows(n int) (restore func()) {
	old := sheetRows
	sheetRows = n
	return func() { sheetRows = old }
}
