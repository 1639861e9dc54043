import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Works every formula of the workbooks out with Apache POI: one line for each whose stored result it does not come to. */
public class Hitung {
    static final double TOLERANCE = 1e-12;

    public static void main(String[] paths) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String path : paths) {
            int formulas = 0;
            try (XSSFWorkbook book = new XSSFWorkbook(new File(path))) {
                FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
                for (Sheet sheet : book) {
                    for (Row row : sheet) {
                        for (Cell cell : row) {
                            if (cell.getCellType() != CellType.FORMULA) {
                                continue;
                            }
                            formulas++;
                            String wrong = wrong(evaluator, cell);
                            if (wrong != null) {
                                String place = sheet.getSheetName() + "!" + cell.getAddress();
                                out.println("BEDA\t" + path + "\t" + place + "\t" + wrong);
                            }
                        }
                    }
                }
            }
            out.println("HITUNG\t" + path + "\t" + formulas);
        }
    }

    static String wrong(FormulaEvaluator evaluator, Cell cell) {
        CellValue made;
        try {
            made = evaluator.evaluate(cell);
        } catch (RuntimeException failed) {
            Throwable cause = failed;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return "gagal: " + cause + " di " + cell.getCellFormula();
        }
        CellType stored = cell.getCachedFormulaResultType();
        // An empty text is stored as a text, and a missing value is made as one.
        boolean same = stored == made.getCellType() && switch (stored) {
            case NUMERIC -> near(cell.getNumericCellValue(), made.getNumberValue());
            case STRING -> cell.getStringCellValue().equals(made.getStringValue());
            case BOOLEAN -> cell.getBooleanCellValue() == made.getBooleanValue();
            // The gaps of charts are #N/A on purpose.
            case ERROR -> cell.getErrorCellValue() == made.getErrorValue();
            default -> false;
        };
        String now = made.formatAsString();
        return same ? null : "tersimpan " + stored + " lain dari " + now + " di " + cell.getCellFormula();
    }

    static boolean near(double stored, double made) {
        return Math.abs(stored - made) <= TOLERANCE * Math.max(Math.abs(stored), Math.abs(made));
    }
}
