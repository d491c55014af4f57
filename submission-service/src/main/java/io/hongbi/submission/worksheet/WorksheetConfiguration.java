package io.hongbi.submission.worksheet;

import io.hongbi.submission.worksheet.design.DesignReader;
import io.hongbi.submission.worksheet.print.Fonts;
import io.hongbi.submission.worksheet.print.SheetPdf;
import io.hongbi.submission.worksheet.typeset.Typesetter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorksheetConfiguration {

    /** Reads nothing before the first sheet. */
    @Bean
    Fonts sheetFonts() {
        return new Fonts();
    }

    @Bean
    DesignReader designReader(Fonts fonts) {
        return new DesignReader(codePoint -> fonts.covers(codePoint, false));
    }

    @Bean
    Typesetter typesetter(Fonts fonts) {
        return new Typesetter(fonts);
    }

    @Bean
    SheetPdf sheetPdf(Fonts fonts) {
        return new SheetPdf(fonts);
    }
}
