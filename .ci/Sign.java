import java.io.*;
import java.nio.file.*;
import java.security.*;
import java.security.cert.*;
import java.util.*;

/**
 * Signs a PDF into a field of its own with a library that services build on, or tells what DSS says of its signatures.
 *
 * usage: Sign pdfbox|itext|dss IN OUT FIELD KEY.p12        Sign tell IN KEY.p12
 */
public class Sign {
    static PrivateKey key;
    static X509Certificate certificate;

    public static void main(String[] given) throws Exception {
        Security.addProvider(new org.bouncycastle.jce.provider.BouncyCastleProvider());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(given[given.length - 1]))) {
            store.load(in, "uji".toCharArray());
        }
        String alias = store.aliases().nextElement();
        key = (PrivateKey) store.getKey(alias, "uji".toCharArray());
        certificate = (X509Certificate) store.getCertificate(alias);
        switch (given[0]) {
            case "pdfbox" -> pdfbox(Path.of(given[1]), Path.of(given[2]), given[3]);
            case "itext" -> itext(Path.of(given[1]), Path.of(given[2]), given[3]);
            case "dss" -> dss(Path.of(given[1]), Path.of(given[2]), given[3]);
            case "tell" -> tell(Path.of(given[1]));
            default -> throw new IllegalArgumentException(given[0]);
        }
    }

    /** The detached CMS signature of these bytes. */
    static byte[] cms(byte[] content) throws Exception {
        var signer = new org.bouncycastle.operator.jcajce.JcaContentSignerBuilder("SHA256withRSA").build(key);
        var digests = new org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder().build();
        var made = new org.bouncycastle.cms.CMSSignedDataGenerator();
        made.addSignerInfoGenerator(new org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder(digests).build(signer, certificate));
        made.addCertificate(new org.bouncycastle.cert.jcajce.JcaX509CertificateHolder(certificate));
        return made.generate(new org.bouncycastle.cms.CMSProcessableByteArray(content), false).getEncoded();
    }

    static void pdfbox(Path in, Path out, String name) throws Exception {
        try (var document = org.apache.pdfbox.Loader.loadPDF(in.toFile()); var to = Files.newOutputStream(out)) {
            var field = (org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField) document.getDocumentCatalog().getAcroForm().getField(name);
            var signature = new org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature();
            signature.setFilter(org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            signature.setSignDate(Calendar.getInstance());
            field.getCOSObject().setItem(org.apache.pdfbox.cos.COSName.V, signature);
            document.addSignature(signature, content -> {
                try {
                    return cms(content.readAllBytes());
                } catch (Exception problem) {
                    throw new IOException(problem);
                }
            });
            document.saveIncremental(to);
        }
    }

    static void itext(Path in, Path out, String name) throws Exception {
        var reader = new com.itextpdf.kernel.pdf.PdfReader(in.toFile());
        try (var to = Files.newOutputStream(out)) {
            var signer = new com.itextpdf.signatures.PdfSigner(reader, to, new com.itextpdf.kernel.pdf.StampingProperties().useAppendMode());
            var look = new com.itextpdf.forms.form.element.SignatureFieldAppearance(com.itextpdf.signatures.SignerProperties.IGNORED_ID);
            look.setContent(new com.itextpdf.layout.element.Div());
            signer.setSignerProperties(new com.itextpdf.signatures.SignerProperties().setFieldName(name).setSignatureAppearance(look));
            var own = new com.itextpdf.signatures.PrivateKeySignature(key, "SHA256", "BC");
            java.security.cert.Certificate[] chain = {certificate};
            signer.signDetached(own, chain, null, null, null, 0, com.itextpdf.signatures.PdfSigner.CryptoStandard.CADES);
        }
    }

    static void dss(Path in, Path out, String name) throws Exception {
        var service = new eu.europa.esig.dss.pades.signature.PAdESService(new eu.europa.esig.dss.spi.validation.CommonCertificateVerifier());
        var wanted = new eu.europa.esig.dss.pades.PAdESSignatureParameters();
        wanted.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_B);
        wanted.setDigestAlgorithm(eu.europa.esig.dss.enumerations.DigestAlgorithm.SHA256);
        wanted.setSigningCertificate(new eu.europa.esig.dss.model.x509.CertificateToken(certificate));
        wanted.setCertificateChain(new eu.europa.esig.dss.model.x509.CertificateToken(certificate));
        wanted.getImageParameters().getFieldParameters().setFieldId(name);
        var document = new eu.europa.esig.dss.model.FileDocument(in.toFile());
        byte[] toSign = service.getDataToSign(document, wanted).getBytes();
        Signature own = Signature.getInstance("SHA256withRSA");
        own.initSign(key);
        own.update(toSign);
        var value = new eu.europa.esig.dss.model.SignatureValue(eu.europa.esig.dss.enumerations.SignatureAlgorithm.RSA_SHA256, own.sign());
        service.signDocument(document, wanted, value).save(out.toString());
    }

    /** One line a signature: its field, DSS's indication, and what changed after it. */
    static void tell(Path in) throws Exception {
        var trusted = new eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource();
        trusted.addCertificate(new eu.europa.esig.dss.model.x509.CertificateToken(certificate));
        var verifier = new eu.europa.esig.dss.spi.validation.CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        var validator = eu.europa.esig.dss.validation.SignedDocumentValidator.fromDocument(new eu.europa.esig.dss.model.FileDocument(in.toFile()));
        validator.setCertificateVerifier(verifier);
        var reports = validator.validateDocument();
        for (var signature : reports.getDiagnosticData().getSignatures()) {
            var fields = signature.getSignatureFieldNames();
            System.out.println(String.join(" ", fields) + "\t" + reports.getSimpleReport().getIndication(signature.getId())
                + "\t" + reports.getSimpleReport().getSubIndication(signature.getId())
                + "\tintact=" + signature.isSignatureIntact()
                + "\textension=" + signature.getPdfExtensionChanges().size()
                + "\tform=" + signature.getPdfSignatureOrFormFillChanges().size()
                + "\tannot=" + signature.getPdfAnnotationChanges().size()
                + "\tundefined=" + signature.getPdfUndefinedChanges().size());
        }
    }
}
