import com.adobe.epubcheck.tool.EpubChecker;

/**
 * Checks many EPUBs in one JVM: nearly all of EPUBCheck's time goes into compiling its schemas,
 * once per JVM. Arguments come in pairs, the EPUB and the JSON report to write for it.
 * Usage messages are in the report, as with EPUBCheck's own --usage.
 */
public final class EpubcheckMany {
    private EpubcheckMany() {}

    public static void main(String[] pairs) {
        if (pairs.length == 0 || pairs.length % 2 != 0) {
            System.err.println("usage: EpubcheckMany EPUB REPORT.json [EPUB REPORT.json]...");
            System.exit(2);
        }
        int worst = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            String[] arguments = {pairs[i], "--usage", "--json", pairs[i + 1]};
            worst = Math.max(worst, new EpubChecker().run(arguments));
        }
        System.exit(worst);
    }
}
