package io.hongbi.common.storage;

import com.aliyun.oss.ClientBuilderConfiguration;
import com.aliyun.oss.OSS;
import com.aliyun.oss.OSSClientBuilder;
import com.aliyun.oss.common.auth.DefaultCredentialProvider;
import com.aliyun.oss.common.comm.SignVersion;
import java.net.URI;

/** The SDK's clients: one that calls the bucket, and one that signs addresses and never calls. */
final class OssClients implements AutoCloseable {

    private final OSS caller;
    private final OSS signer;

    OssClients(OssProperties properties) {
        caller = client(properties, properties.endpoint(), false);
        URI publicEndpoint = properties.publicEndpoint();
        signer = publicEndpoint == null ? caller : client(properties, publicEndpoint, true);
    }

    OSS caller() {
        return caller;
    }

    OSS signer() {
        return signer;
    }

    private static OSS client(OssProperties properties, URI endpoint, boolean ownDomain) {
        return OSSClientBuilder.create()
                .endpoint(endpoint.toString())
                .region(properties.region())
                .credentialsProvider(
                        new DefaultCredentialProvider(
                                properties.accessKeyId(), properties.accessKeySecret()))
                .clientConfiguration(configuration(properties, ownDomain))
                .build();
    }

    private static ClientBuilderConfiguration configuration(
            OssProperties properties, boolean ownDomain) {
        var configuration = new ClientBuilderConfiguration();
        configuration.setSignatureVersion(SignVersion.V4);
        configuration.setSupportCname(ownDomain);
        configuration.setConnectionTimeout(Math.toIntExact(properties.connectTimeout().toMillis()));
        configuration.setSocketTimeout(Math.toIntExact(properties.readTimeout().toMillis()));
        configuration.setConnectionRequestTimeout(
                Math.toIntExact(properties.leaseTimeout().toMillis()));
        configuration.setMaxConnections(properties.maxConnections());
        configuration.setMaxErrorRetry(properties.retries());
        configuration.setCrcCheckEnabled(true);
        configuration.setEnableAutoCorrectClockSkew(true);
        return configuration;
    }

    @Override
    public void close() {
        caller.shutdown();
        signer.shutdown();
    }
}
