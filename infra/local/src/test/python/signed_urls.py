"""Signs addresses with botocore's own signer for CloudFront. Arguments: a file with the private key (PEM), the key's id, the
address, the end (epoch seconds), a resource with wildcards. Prints a URL with a canned policy and one with a custom policy."""
import datetime
import sys

from botocore.signers import CloudFrontSigner
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding


def main():
    file, key_id, url, end, resource = sys.argv[1:]
    with open(file, "rb") as pem:
        key = serialization.load_pem_private_key(pem.read(), password=None)

    def sign(message):
        if isinstance(key, ec.EllipticCurvePrivateKey):
            return key.sign(message, ec.ECDSA(hashes.SHA1()))
        return key.sign(message, padding.PKCS1v15(), hashes.SHA1())

    signer = CloudFrontSigner(key_id, sign)
    until = datetime.datetime.fromtimestamp(int(end), datetime.timezone.utc)
    print(signer.generate_presigned_url(url, date_less_than=until))
    policy = signer.build_policy(
        resource,
        until,
        date_greater_than=until - datetime.timedelta(days=400),
        ip_address="127.0.0.0/8",
    )
    print(signer.generate_presigned_url(url, policy=policy))


main()
